# downgrade view
  define view active_account
    CREATE OR REPLACE VIEW active_account AS
    select id from account where not closed;
  drop view active_account
    DROP VIEW active_account;
  drop table account [loses data]
    DROP TABLE account;
