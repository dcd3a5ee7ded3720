# upgrade set_type_using
  change type of purchase.note to varchar(50)
    ALTER TABLE dbo.purchase ADD migc_new_note VARCHAR(50) NULL;
  change type of purchase.note to varchar(50)
    UPDATE dbo.purchase SET migc_new_note = SUBSTRING(note, 1, 50);
  change type of purchase.note to varchar(50) [loses data]
    ALTER TABLE dbo.purchase DROP COLUMN note;
  change type of purchase.note to varchar(50)
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.purchase.migc_new_note', @newname = N'note', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
