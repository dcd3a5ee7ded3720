# upgrade objects
  create schema mart
    CREATE SCHEMA mart;
  create table mart.day
    CREATE TABLE mart.day (
      on_day DATE NOT NULL,
      total DECIMAL(18,2),
      CONSTRAINT day_pkey PRIMARY KEY (on_day)
    );
  define view recent
    CREATE OR REPLACE VIEW recent AS
    select id, amount from sale where sold_at > '2026-01-01';
  define function f_tax
    CREATE FUNCTION f_tax(DECIMAL(12,2)) RETURNS DECIMAL(12,2) IMMUTABLE AS $f$ SELECT $1 * 0.2 $f$ LANGUAGE sql;
  grant select, insert on sale to reporting
    GRANT SELECT, INSERT ON TABLE sale TO reporting;
