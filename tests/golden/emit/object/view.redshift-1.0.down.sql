# downgrade view
  define view active_account
    DROP VIEW IF EXISTS active_account;
  define view active_account
    CREATE VIEW active_account AS
    select id from account where not closed;
  drop view active_account
    DROP VIEW active_account;
  drop table account [loses data]
    DROP TABLE account;
