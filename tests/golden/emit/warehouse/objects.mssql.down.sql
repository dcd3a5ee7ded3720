# downgrade objects
  revoke select, insert on sale from reporting
    REVOKE SELECT, INSERT ON OBJECT::dbo.sale FROM reporting;
  drop function f_tax: it had no text for SQL Server
  drop view recent
    DROP VIEW dbo.recent;
  drop table mart.day [loses data]
    DROP TABLE mart.day;
  drop schema mart
    DROP SCHEMA mart;
