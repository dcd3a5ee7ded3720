# downgrade forms
  rename table tight to loose
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.tight', @newname = N'loose', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  drop not null on loose.extra
    ALTER TABLE dbo.loose ALTER COLUMN extra DECIMAL(12,2) NULL;
  change type of loose.note to varchar(200) [loses data]
    ALTER TABLE dbo.loose ALTER COLUMN note VARCHAR(200) NULL;
  change type of loose.extra to integer [loses data]
    ALTER TABLE dbo.loose ALTER COLUMN extra INT NULL;
  create unique index owner_by_name on owner
    IF CAST(SERVERPROPERTY(N'EngineEdition') AS INT) IN (3, 5, 8)
      EXEC (N'CREATE UNIQUE INDEX owner_by_name ON dbo.owner (name) WITH (ONLINE = ON)');
    ELSE
      EXEC (N'CREATE UNIQUE INDEX owner_by_name ON dbo.owner (name)');
  rename index owner_by_name to owner_name_idx
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.owner.owner_by_name', @newname = N'owner_name_idx', @objtype = N'INDEX';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  drop index owner_name_idx on owner
    DROP INDEX owner_name_idx ON dbo.owner;
  add unique constraint owner_name_key to owner
    ALTER TABLE dbo.owner ADD CONSTRAINT owner_name_key UNIQUE (name);
  drop constraint owner_name_key of owner
    ALTER TABLE dbo.owner DROP CONSTRAINT owner_name_key;
