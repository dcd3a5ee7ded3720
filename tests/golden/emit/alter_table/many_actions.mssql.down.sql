# downgrade many_actions
  comment on table customer
    DECLARE @failed INT;
    IF EXISTS (SELECT 1 FROM sys.extended_properties
      WHERE class = 1 AND major_id = OBJECT_ID(N'dbo.customer') AND minor_id = 0 AND name = N'MS_Description')
      EXEC @failed = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'One row per customer',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer';
    ELSE
      EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'One row per customer',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'customer';
    IF @failed <> 0 THROW 50000, N'the comment could not be set', 1;
  drop constraint phone_or_name of customer
    ALTER TABLE dbo.customer DROP CONSTRAINT phone_or_name;
  drop not null on customer.display_name
    ALTER TABLE dbo.customer ALTER COLUMN display_name VARCHAR(100) NULL;
  change type of customer.email to varchar(320) [loses data]
    DECLARE @drop NVARCHAR(MAX) = N'', @restore NVARCHAR(MAX) = N'';
    SELECT @drop += N'ALTER TABLE ' + f.child + N' DROP CONSTRAINT ' + f.name + N';',
      @restore += N'ALTER TABLE ' + f.child + IIF(f.is_not_trusted = 1, N' WITH NOCHECK', N' WITH CHECK')
        + N' ADD CONSTRAINT ' + f.name + N' FOREIGN KEY (' + f.child_columns + N') REFERENCES ' + f.parent
        + N' (' + f.parent_columns + N') ON DELETE ' + f.on_delete + N' ON UPDATE ' + f.on_update + N';'
    FROM (
      SELECT QUOTENAME(k.name) AS name, k.is_not_trusted,
        QUOTENAME(OBJECT_SCHEMA_NAME(k.parent_object_id)) + N'.' + QUOTENAME(OBJECT_NAME(k.parent_object_id)) AS child,
        STUFF((SELECT N', ' + QUOTENAME(COL_NAME(c.parent_object_id, c.parent_column_id))
          FROM sys.foreign_key_columns AS c WHERE c.constraint_object_id = k.object_id ORDER BY c.constraint_column_id
          FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(MAX)'), 1, 2, N'') AS child_columns,
        QUOTENAME(OBJECT_SCHEMA_NAME(k.referenced_object_id)) + N'.' + QUOTENAME(OBJECT_NAME(k.referenced_object_id)) AS parent,
        STUFF((SELECT N', ' + QUOTENAME(COL_NAME(c.referenced_object_id, c.referenced_column_id))
          FROM sys.foreign_key_columns AS c WHERE c.constraint_object_id = k.object_id ORDER BY c.constraint_column_id
          FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(MAX)'), 1, 2, N'') AS parent_columns,
        REPLACE(k.delete_referential_action_desc, N'_', N' ') AS on_delete,
        REPLACE(k.update_referential_action_desc, N'_', N' ') AS on_update
      FROM sys.foreign_keys AS k
      WHERE k.referenced_object_id = OBJECT_ID(N'dbo.customer') AND k.parent_object_id <> k.referenced_object_id
        AND EXISTS (SELECT 1 FROM sys.foreign_key_columns AS c WHERE c.constraint_object_id = k.object_id
          AND COL_NAME(c.referenced_object_id, c.referenced_column_id) = N'email')
    ) AS f;
    EXEC (@drop);
    ALTER TABLE dbo.customer DROP CONSTRAINT customer_email_key;
    ALTER TABLE dbo.customer ALTER COLUMN email VARCHAR(320) NOT NULL;
    ALTER TABLE dbo.customer ADD CONSTRAINT customer_email_key UNIQUE (email);
    EXEC (@restore);
  rename column customer.display_name to name
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.customer.display_name', @newname = N'name', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  add column customer.level
    ALTER TABLE dbo.customer ADD level SMALLINT NOT NULL CONSTRAINT customer_level_default DEFAULT 1;
  drop column customer.phone [loses data]
    ALTER TABLE dbo.customer DROP COLUMN phone;
