# downgrade routines_of_oracle
  drop trigger touch on account: it had no text for SQL Server
  drop procedure forget: it had no text for SQL Server
  drop function twice: it had no text for SQL Server
  drop table account [loses data]
    DROP TABLE dbo.account;
