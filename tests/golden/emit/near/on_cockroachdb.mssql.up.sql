# upgrade forms
  add unique constraint owner_name_key to owner
    ALTER TABLE dbo.owner ADD CONSTRAINT owner_name_key UNIQUE (name);
  drop constraint owner_name_key of owner
    ALTER TABLE dbo.owner DROP CONSTRAINT owner_name_key;
  create unique index owner_name_idx on owner
    IF CAST(SERVERPROPERTY(N'EngineEdition') AS INT) IN (3, 5, 8)
      EXEC (N'CREATE UNIQUE INDEX owner_name_idx ON dbo.owner (name) WITH (ONLINE = ON)');
    ELSE
      EXEC (N'CREATE UNIQUE INDEX owner_name_idx ON dbo.owner (name)');
  rename index owner_name_idx to owner_by_name
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.owner.owner_name_idx', @newname = N'owner_by_name', @objtype = N'INDEX';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  drop index owner_by_name on owner
    DROP INDEX owner_by_name ON dbo.owner;
  change type of loose.extra to decimal(12,2)
    ALTER TABLE dbo.loose ALTER COLUMN extra DECIMAL(12,2) NULL;
  change type of loose.note to text
    ALTER TABLE dbo.loose ALTER COLUMN note NVARCHAR(MAX) NULL;
  fill nulls of loose.extra
    UPDATE dbo.loose SET extra = 0 WHERE extra IS NULL;
  set not null on loose.extra
    ALTER TABLE dbo.loose ALTER COLUMN extra DECIMAL(12,2) NOT NULL;
  rename table loose to tight
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.loose', @newname = N'tight', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
