# downgrade trigger
  define trigger touch on account: it has no text for TiDB
  change type of account.seen to integer [loses data]
    ALTER TABLE account MODIFY COLUMN seen INT NOT NULL DEFAULT 0;
  drop trigger touch on account: it had no text for TiDB
  drop function touched: it had no text for TiDB
  drop table account [loses data]
    DROP TABLE account;
