# upgrade trigger
  create table account
    CREATE TABLE dbo.account (
      id INT NOT NULL,
      seen INT NOT NULL CONSTRAINT account_seen_default DEFAULT 0,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define function touched: it has no text for SQL Server
  define trigger touch on account: it has no text for SQL Server
  make way for a change of account.seen
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.account DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.account') AND COL_NAME(parent_object_id, parent_column_id) = N'seen';
    EXEC (@sql);
  change type of account.seen to bigint
    ALTER TABLE dbo.account ALTER COLUMN seen BIGINT NOT NULL;
  put back what was on account.seen
    ALTER TABLE dbo.account ADD CONSTRAINT account_seen_default DEFAULT 0 FOR seen;
  drop trigger touch on account: it had no text for SQL Server
