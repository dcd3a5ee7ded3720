# upgrade timeouts
  set timeouts
    SET LOCK_TIMEOUT 5000;
  set timeouts: SQL Server limits no statement; sqlcmd -t SECONDS does
  add column customer.a
    ALTER TABLE dbo.customer ADD a INT NULL;
  timeouts as before
    SET LOCK_TIMEOUT -1;
