# downgrade privileges
  create table letter
    CREATE TABLE dbo.letter (
      id INT NOT NULL,
      body VARCHAR(100) NULL CONSTRAINT letter_body_default DEFAULT N'none',
      CONSTRAINT message_pkey PRIMARY KEY (id)
    );
  grant insert, select on letter to auditor
    GRANT INSERT, SELECT ON OBJECT::dbo.letter TO auditor;
  grant select on letter to clerk
    GRANT SELECT ON OBJECT::dbo.letter TO clerk;
  rename table letter to message
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.letter', @newname = N'message', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint letter_body_default to message_body_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.letter_body_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.letter_body_default', @newname = N'message_body_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  revoke select on message from clerk
    REVOKE SELECT ON OBJECT::dbo.message FROM clerk;
  revoke insert, select on message from auditor
    REVOKE INSERT, SELECT ON OBJECT::dbo.message FROM auditor;
  drop table message [loses data]
    DROP TABLE dbo.message;
