# downgrade trigger
  define trigger touch on account: it has no text for Oracle
  change type of account.seen to integer: a column for the new values
    ALTER TABLE account ADD (migc_seen NUMBER(10));
  change type of account.seen to integer: nothing that keeps the column from being empty
    ALTER TABLE account MODIFY (seen DEFAULT NULL NULL);
  change type of account.seen to integer: convert the values
    UPDATE account SET migc_seen = seen, seen = NULL;
  change type of account.seen to integer: the type [loses data]
    ALTER TABLE account MODIFY (seen NUMBER(10));
  change type of account.seen to integer: the new values
    UPDATE account SET seen = migc_seen WHERE seen IS NULL;
  change type of account.seen to integer: what else the column has
    ALTER TABLE account MODIFY (seen DEFAULT 0 NOT NULL);
  change type of account.seen to integer: drop the column beside it
    ALTER TABLE account DROP COLUMN migc_seen;
  drop trigger touch on account: it had no text for Oracle
  drop function touched: it had no text for Oracle
  drop table account [loses data]
    DROP TABLE account;
