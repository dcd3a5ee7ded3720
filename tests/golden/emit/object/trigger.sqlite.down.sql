# downgrade trigger [foreign keys off]
  change type of account.seen to integer: rebuild of account: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('account') WHERE name COLLATE NOCASE NOT IN ('id', 'seen')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'account' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'account' COLLATE NOCASE
    )
    else table account has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of account: create the new table
    CREATE TABLE migc_new_account (
      id INTEGER NOT NULL,
      seen INTEGER NOT NULL DEFAULT 0,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  rebuild of account: copy the rows
    INSERT INTO migc_new_account (id, seen)
    SELECT id, seen
    FROM account;
  rebuild of account: drop the old table [loses data]
    DROP TABLE account;
  rebuild of account: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of account: take the name
    ALTER TABLE migc_new_account RENAME TO account;
  rebuild of account: renames follow again
    PRAGMA legacy_alter_table = OFF;
  define trigger touch on account
    CREATE TRIGGER touch AFTER UPDATE OF id ON account BEGIN UPDATE account SET seen = seen + 1 WHERE id = new.id; END;
  drop trigger touch on account
    DROP TRIGGER touch;
  drop function touched (it has no text for this dialect)
  drop table account [loses data]
    DROP TABLE account;
