# downgrade routine_bodies
  define procedure tidy: it has no text for SQL Server
  define trigger touch on account: it has no text for SQL Server
  drop trigger touch on account: it had no text for SQL Server
  drop procedure tidy: it had no text for SQL Server
  drop function tax: it had no text for SQL Server
  drop table account [loses data]
    DROP TABLE dbo.account;
