# downgrade trigger
  define trigger touch on account: it has no text for SQL Server
  make way for a change of account.seen
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.account DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.account') AND COL_NAME(parent_object_id, parent_column_id) = N'seen';
    EXEC (@sql);
  change type of account.seen to integer [loses data]
    ALTER TABLE dbo.account ALTER COLUMN seen INT NOT NULL;
  put back what was on account.seen
    ALTER TABLE dbo.account ADD CONSTRAINT account_seen_default DEFAULT 0 FOR seen;
  drop trigger touch on account: it had no text for SQL Server
  drop function touched: it had no text for SQL Server
  drop table account [loses data]
    DROP TABLE dbo.account;
