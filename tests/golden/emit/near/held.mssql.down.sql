# downgrade held
  add column possession.holder_id
    ALTER TABLE dbo.possession ADD
      holder_id BIGINT NOT NULL,
      CONSTRAINT owned_owner_id_fkey FOREIGN KEY (holder_id) REFERENCES dbo.owner (id);
  rename column possession.holder_id to owner_id
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.possession.holder_id', @newname = N'owner_id', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  make way for a change of possession.pages
    ALTER TABLE dbo.possession DROP CONSTRAINT owned_pages_check;
  change type of possession.pages to integer [loses data]
    ALTER TABLE dbo.possession ALTER COLUMN pages INT NULL;
  put back what was on possession.pages
    ALTER TABLE dbo.possession ADD CONSTRAINT owned_pages_check CHECK (pages > 0);
  rename table possession to owned
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.possession', @newname = N'owned', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename column owner.title to name
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.owner.title', @newname = N'name', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  add column sought.times
    ALTER TABLE dbo.sought ADD times INT NULL CONSTRAINT sought_times_default DEFAULT 0 WITH VALUES;
