# downgrade objects
  revoke select, insert on sale from reporting
    REVOKE SELECT, INSERT ON TABLE sale FROM reporting;
  drop function f_tax: it had no text for PostgreSQL
  drop view recent
    DROP VIEW recent;
  drop table mart.day [loses data]
    DROP TABLE mart.day;
  drop schema mart
    DROP SCHEMA mart;
