# upgrade key_type
  drop table stock [loses data]
    DROP TABLE dbo.stock;
  make way for a change of part.code
    DROP INDEX part_by_colour ON dbo.part;
  make way for a change of part.code
    ALTER TABLE dbo.part DROP CONSTRAINT part_weight_known;
  make way for a change of part.code
    ALTER TABLE dbo.part DROP CONSTRAINT part_key;
  change type of part.code to integer
    ALTER TABLE dbo.part ADD migc_new_code INT NULL;
  change type of part.code to integer
    UPDATE dbo.part SET migc_new_code = CAST(code AS INT);
  change type of part.code to integer
    ALTER TABLE dbo.part DROP COLUMN code;
  change type of part.code to integer
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.part.migc_new_code', @newname = N'code', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  change type of part.code to integer
    ALTER TABLE dbo.part ALTER COLUMN code INT NOT NULL;
  put back what was on part.code
    ALTER TABLE dbo.part ADD CONSTRAINT part_key PRIMARY KEY (code);
  put back what was on part.code
    ALTER TABLE dbo.part ADD CONSTRAINT part_weight_known UNIQUE (weight, code);
  put back what was on part.code
    CREATE INDEX part_by_colour ON dbo.part (colour, code);
