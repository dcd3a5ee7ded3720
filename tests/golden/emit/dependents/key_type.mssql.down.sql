# downgrade key_type
  change type of part.code to varchar(10)
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
      WHERE k.referenced_object_id = OBJECT_ID(N'dbo.part') AND k.parent_object_id <> k.referenced_object_id
        AND EXISTS (SELECT 1 FROM sys.foreign_key_columns AS c WHERE c.constraint_object_id = k.object_id
          AND COL_NAME(c.referenced_object_id, c.referenced_column_id) = N'code')
    ) AS f;
    EXEC (@drop);
    DROP INDEX part_by_colour ON dbo.part;
    ALTER TABLE dbo.part DROP CONSTRAINT part_weight_known;
    ALTER TABLE dbo.part DROP CONSTRAINT part_key;
    ALTER TABLE dbo.part ALTER COLUMN code VARCHAR(10) NOT NULL;
    ALTER TABLE dbo.part ADD CONSTRAINT part_key PRIMARY KEY (code);
    ALTER TABLE dbo.part ADD CONSTRAINT part_weight_known UNIQUE (weight, code);
    CREATE INDEX part_by_colour ON dbo.part (colour, code);
    EXEC (@restore);
  create table stock
    CREATE TABLE dbo.stock (
      id BIGINT IDENTITY(1, 1) NOT NULL,
      part_code VARCHAR(10) NOT NULL,
      amount INT NOT NULL CONSTRAINT stock_amount_default DEFAULT 1,
      CONSTRAINT stock_pkey PRIMARY KEY (id),
      CONSTRAINT stock_part_code_fkey FOREIGN KEY (part_code) REFERENCES dbo.part (code) ON UPDATE CASCADE,
      CONSTRAINT stock_amount_check CHECK (amount > 0)
    );
