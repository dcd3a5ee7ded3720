# downgrade view
  define view active_account
    ALTER VIEW dbo.active_account AS
    select id from account where closed = 0;
  drop view active_account
    DROP VIEW dbo.active_account;
  drop table account [loses data]
    DROP TABLE dbo.account;
