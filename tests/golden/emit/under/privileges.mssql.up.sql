# upgrade privileges
  create table message
    CREATE TABLE dbo.message (
      id INT NOT NULL,
      body VARCHAR(100) NULL CONSTRAINT message_body_default DEFAULT N'none',
      CONSTRAINT message_pkey PRIMARY KEY (id)
    );
  grant select, insert on message to auditor
    GRANT SELECT, INSERT ON OBJECT::dbo.message TO auditor;
  grant select on message to clerk
    GRANT SELECT ON OBJECT::dbo.message TO clerk;
  rename table message to letter
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.message', @newname = N'letter', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint message_body_default to letter_body_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.message_body_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.message_body_default', @newname = N'letter_body_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  drop table letter [loses data]
    DROP TABLE dbo.letter;
