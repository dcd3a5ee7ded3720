# downgrade view
  define view active_account [outside a transaction]
    DROP VIEW IF EXISTS active_account;
  define view active_account [outside a transaction]
    CREATE VIEW active_account AS
    select id from account where not closed;
  drop view active_account [outside a transaction]
    DROP VIEW active_account;
  drop table account [outside a transaction] [loses data]
    DROP TABLE account;
