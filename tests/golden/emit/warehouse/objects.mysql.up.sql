# upgrade objects
  create schema mart
    CREATE SCHEMA mart;
  create table mart.day
    CREATE TABLE mart.day (
      on_day DATE NOT NULL,
      total DECIMAL(18,2),
      PRIMARY KEY (on_day)
    );
  define view recent
    CREATE VIEW recent AS
    select id, amount from sale where sold_at > '2026-01-01';
  define function f_tax: it has no text for MySQL
  grant select, insert on sale to reporting
    GRANT SELECT, INSERT ON TABLE sale TO reporting;
