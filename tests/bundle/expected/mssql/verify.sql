-- Verify: does this database have everything that it should have after the upgrade, in the right shape?
--
-- It changes nothing, and asks everything even when something is wrong: a row for each thing that it asks, those that are
-- MISSING or DIFFERENT last, then MIGC-VERIFY with the number of checks and of those that failed.
-- sqlcmd ends with 1 when a check failed. A user who may only read needs VIEW DEFINITION too: a trigger,
-- routine or sequence that he is not shown is `unseen`, and has not failed.
--
-- Made by:       migc 0.1.0
-- Made for:      mssql (SQL Server 2019 or newer)
-- Run with:      sqlcmd -S SERVER -d DATABASE -b -f 65001 -h -1 -W -s "|" -i THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000

:on error exit
GO
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
SET ANSI_PADDING ON;
SET ANSI_WARNINGS ON;
SET ARITHABORT ON;
SET CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
SET NOCOUNT ON;
GO

DECLARE @number INT, @last INT, @failed INT, @line NVARCHAR(4000);
DECLARE @expected TABLE (n INT NOT NULL PRIMARY KEY, kind NVARCHAR(30) NOT NULL, name NVARCHAR(260) NOT NULL, part NVARCHAR(130) NOT NULL,
  what NVARCHAR(30) NOT NULL, expected NVARCHAR(2000) NOT NULL);
DECLARE @found TABLE (kind NVARCHAR(30), name NVARCHAR(260), part NVARCHAR(130), what NVARCHAR(30), found NVARCHAR(4000));
DECLARE @checks TABLE (number INT NOT NULL PRIMARY KEY, result NVARCHAR(9) NOT NULL, line NVARCHAR(4000));

-- Everything that is expected.
INSERT INTO @expected VALUES
  (1, N'table', N'country', N'', N'exists', N'there'),
  (2, N'column', N'country', N'code', N'exists', N'there'),
  (3, N'column', N'country', N'code', N'type', N'varchar(2)'),
  (4, N'column', N'country', N'code', N'null', N'not null'),
  (5, N'column', N'country', N'code', N'default', N'none'),
  (6, N'primary key', N'country', N'country_pkey', N'columns', N'code'),
  (7, N'table', N'customer', N'', N'exists', N'there'),
  (8, N'column', N'customer', N'id', N'exists', N'there'),
  (9, N'column', N'customer', N'id', N'type', N'bigint'),
  (10, N'column', N'customer', N'id', N'null', N'not null'),
  (11, N'column', N'customer', N'id', N'default', N'none'),
  (12, N'column', N'customer', N'email', N'exists', N'there'),
  (13, N'column', N'customer', N'email', N'type', N'varchar(320)'),
  (14, N'column', N'customer', N'email', N'null', N'null'),
  (15, N'column', N'customer', N'email', N'default', N'none'),
  (16, N'column', N'customer', N'name', N'exists', N'there'),
  (17, N'column', N'customer', N'name', N'type', N'varchar(100)'),
  (18, N'column', N'customer', N'name', N'null', N'not null'),
  (19, N'column', N'customer', N'name', N'default', N'none'),
  (20, N'column', N'customer', N'level', N'exists', N'there'),
  (21, N'column', N'customer', N'level', N'type', N'smallint'),
  (22, N'column', N'customer', N'level', N'null', N'null'),
  (23, N'column', N'customer', N'level', N'default', N'none'),
  (24, N'column', N'customer', N'country', N'exists', N'there'),
  (25, N'column', N'customer', N'country', N'type', N'varchar(2)'),
  (26, N'column', N'customer', N'country', N'null', N'null'),
  (27, N'column', N'customer', N'country', N'default', N'none'),
  (28, N'column', N'customer', N'nick', N'exists', N'there'),
  (29, N'column', N'customer', N'nick', N'type', N'varchar(20)'),
  (30, N'column', N'customer', N'nick', N'null', N'not null'),
  (31, N'column', N'customer', N'nick', N'default', N'none'),
  (32, N'primary key', N'customer', N'customer_pkey', N'columns', N'id'),
  (33, N'unique', N'customer', N'customer_email_once', N'columns', N'email'),
  (34, N'foreign key', N'customer', N'customer_of', N'columns', N'(country) references country (code)'),
  (35, N'table', N'purchase', N'', N'exists', N'there'),
  (36, N'column', N'purchase', N'id', N'exists', N'there'),
  (37, N'column', N'purchase', N'id', N'type', N'bigint'),
  (38, N'column', N'purchase', N'id', N'null', N'not null'),
  (39, N'column', N'purchase', N'id', N'default', N'none'),
  (40, N'column', N'purchase', N'customer_id', N'exists', N'there'),
  (41, N'column', N'purchase', N'customer_id', N'type', N'bigint'),
  (42, N'column', N'purchase', N'customer_id', N'null', N'null'),
  (43, N'column', N'purchase', N'customer_id', N'default', N'none'),
  (44, N'column', N'purchase', N'amount', N'exists', N'there'),
  (45, N'column', N'purchase', N'amount', N'type', N'decimal(8,2)'),
  (46, N'column', N'purchase', N'amount', N'null', N'null'),
  (47, N'column', N'purchase', N'amount', N'default', N'none'),
  (48, N'column', N'purchase', N'code', N'exists', N'there'),
  (49, N'column', N'purchase', N'code', N'type', N'varchar(10)'),
  (50, N'column', N'purchase', N'code', N'null', N'null'),
  (51, N'column', N'purchase', N'code', N'default', N'none'),
  (52, N'column', N'purchase', N'closed', N'exists', N'there'),
  (53, N'column', N'purchase', N'closed', N'type', N'bit'),
  (54, N'column', N'purchase', N'closed', N'null', N'null'),
  (55, N'column', N'purchase', N'closed', N'default', N'none'),
  (56, N'column', N'purchase', N'note', N'exists', N'there'),
  (57, N'column', N'purchase', N'note', N'type', N'varchar(200)'),
  (58, N'column', N'purchase', N'note', N'null', N'not null'),
  (59, N'column', N'purchase', N'note', N'default', N'none'),
  (60, N'primary key', N'purchase', N'purchase_pkey', N'columns', N'id'),
  (61, N'foreign key', N'purchase', N'purchase_buyer', N'columns', N'(customer_id) references customer (id)'),
  (62, N'check', N'purchase', N'purchase_paid', N'exists', N'there'),
  (63, N'table', N'tag', N'', N'exists', N'there'),
  (64, N'column', N'tag', N'name', N'exists', N'there'),
  (65, N'column', N'tag', N'name', N'type', N'varchar(40)'),
  (66, N'column', N'tag', N'name', N'null', N'not null'),
  (67, N'column', N'tag', N'name', N'default', N'none'),
  (68, N'column', N'tag', N'mass', N'exists', N'there'),
  (69, N'column', N'tag', N'mass', N'type', N'int'),
  (70, N'column', N'tag', N'mass', N'null', N'not null'),
  (71, N'column', N'tag', N'mass', N'default', N'none'),
  (72, N'primary key', N'tag', N'label_pk', N'columns', N'name'),
  (73, N'index', N'tag', N'tag_mass', N'exists', N'there'),
  (74, N'index', N'tag', N'tag_mass', N'columns', N'unique (mass)'),
  (75, N'table', N'label', N'', N'exists', N'nothing'),
  (76, N'table', N'migc_version', N'', N'rows', N'd');

-- Everything that is there.
INSERT INTO @found
SELECT CASE o.type WHEN 'U' THEN N'table' WHEN 'V' THEN N'view' WHEN 'SO' THEN N'sequence' WHEN 'P' THEN N'procedure'
  WHEN 'PC' THEN N'procedure' ELSE N'function' END, CASE s.name WHEN N'dbo' THEN N'' ELSE s.name + N'.' END + o.name, N'', N'exists', N'there'
FROM sys.objects AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id
WHERE s.name IN (N'dbo') AND o.type IN ('U', 'V', 'SO', 'P', 'PC', 'FN', 'IF', 'TF', 'FS', 'FT', 'AF');
INSERT INTO @found SELECT N'schema', name, N'', N'exists', N'there' FROM sys.schemas;
INSERT INTO @found
SELECT N'column', CASE s.name WHEN N'dbo' THEN N'' ELSE s.name + N'.' END + o.name, c.name, w.what, CASE w.what WHEN N'exists' THEN N'there'
  WHEN N'type' THEN t.name + CASE
    WHEN t.name IN (N'char', N'varchar', N'binary', N'varbinary', N'nchar', N'nvarchar') THEN N'(' + CASE WHEN c.max_length = -1
      THEN N'max' WHEN t.name IN (N'nchar', N'nvarchar') THEN CAST(c.max_length / 2 AS NVARCHAR(10)) ELSE CAST(c.max_length AS NVARCHAR(10))
      END + N')'
    WHEN t.name IN (N'decimal', N'numeric') THEN N'(' + CAST(c.precision AS NVARCHAR(10)) + N',' + CAST(c.scale AS NVARCHAR(10)) + N')'
    WHEN t.name IN (N'time', N'datetime2', N'datetimeoffset') THEN N'(' + CAST(c.scale AS NVARCHAR(10)) + N')'
    ELSE N'' END
  WHEN N'null' THEN CASE WHEN c.is_nullable = 1 THEN N'null' ELSE N'not null' END
  ELSE CASE WHEN c.is_computed = 1 THEN N'generated' WHEN c.is_identity = 1 THEN N'identity' WHEN c.default_object_id <> 0 THEN N'default'
    ELSE N'none' END
  END
FROM sys.columns AS c JOIN sys.tables AS o ON o.object_id = c.object_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
JOIN sys.types AS t ON t.user_type_id = c.user_type_id
CROSS JOIN (VALUES (N'exists'), (N'type'), (N'null'), (N'default')) AS w (what)
WHERE s.name IN (N'dbo');
INSERT INTO @found
SELECT CASE k.type WHEN 'PK' THEN N'primary key' ELSE N'unique' END, CASE s.name WHEN N'dbo' THEN N'' ELSE s.name + N'.' END + o.name, k.name, N'columns',
  STUFF((SELECT N', ' + c.name FROM sys.index_columns AS i JOIN sys.columns AS c ON c.object_id = i.object_id AND c.column_id = i.column_id
    WHERE i.object_id = k.parent_object_id AND i.index_id = k.unique_index_id ORDER BY i.key_ordinal
    FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(4000)'), 1, 2, N'')
FROM sys.key_constraints AS k JOIN sys.tables AS o ON o.object_id = k.parent_object_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
WHERE s.name IN (N'dbo');
INSERT INTO @found
SELECT N'foreign key', CASE s.name WHEN N'dbo' THEN N'' ELSE s.name + N'.' END + o.name, k.name, N'columns',
  N'(' + STUFF((SELECT N', ' + c.name FROM sys.foreign_key_columns AS i
    JOIN sys.columns AS c ON c.object_id = i.parent_object_id AND c.column_id = i.parent_column_id
    WHERE i.constraint_object_id = k.object_id ORDER BY i.constraint_column_id
    FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(4000)'), 1, 2, N'')
  + N') references ' + CASE rs.name WHEN N'dbo' THEN N'' ELSE rs.name + N'.' END + r.name
  + N' (' + STUFF((SELECT N', ' + c.name FROM sys.foreign_key_columns AS i
    JOIN sys.columns AS c ON c.object_id = i.referenced_object_id AND c.column_id = i.referenced_column_id
    WHERE i.constraint_object_id = k.object_id ORDER BY i.constraint_column_id
    FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(4000)'), 1, 2, N'') + N')'
  + CASE k.delete_referential_action WHEN 1 THEN N' on delete cascade' WHEN 2 THEN N' on delete set null' WHEN 3 THEN N' on delete set default'
    ELSE N'' END
  + CASE k.update_referential_action WHEN 1 THEN N' on update cascade' WHEN 2 THEN N' on update set null' WHEN 3 THEN N' on update set default'
    ELSE N'' END
FROM sys.foreign_keys AS k JOIN sys.tables AS o ON o.object_id = k.parent_object_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
JOIN sys.tables AS r ON r.object_id = k.referenced_object_id JOIN sys.schemas AS rs ON rs.schema_id = r.schema_id
WHERE s.name IN (N'dbo');
INSERT INTO @found
SELECT N'check', CASE s.name WHEN N'dbo' THEN N'' ELSE s.name + N'.' END + o.name, k.name, N'exists', N'there'
FROM sys.check_constraints AS k JOIN sys.tables AS o ON o.object_id = k.parent_object_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
WHERE s.name IN (N'dbo');
INSERT INTO @found
SELECT N'index', CASE s.name WHEN N'dbo' THEN N'' ELSE s.name + N'.' END + o.name, x.name, w.what, CASE w.what WHEN N'exists' THEN N'there' ELSE
  CASE WHEN x.is_unique = 1 THEN N'unique (' ELSE N'(' END
  + STUFF((SELECT N', ' + c.name + CASE WHEN i.is_descending_key = 1 THEN N' desc' ELSE N'' END FROM sys.index_columns AS i
    JOIN sys.columns AS c ON c.object_id = i.object_id AND c.column_id = i.column_id
    WHERE i.object_id = x.object_id AND i.index_id = x.index_id AND i.is_included_column = 0 AND i.key_ordinal > 0 ORDER BY i.key_ordinal
    FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(4000)'), 1, 2, N'')
  + CASE WHEN x.has_filter = 1 THEN N') where' ELSE N')' END
  END
FROM sys.indexes AS x JOIN sys.objects AS o ON o.object_id = x.object_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
CROSS JOIN (VALUES (N'exists'), (N'columns')) AS w (what)
WHERE s.name IN (N'dbo') AND x.name IS NOT NULL AND x.is_primary_key = 0 AND x.is_unique_constraint = 0;
INSERT INTO @found
SELECT N'trigger', CASE s.name WHEN N'dbo' THEN N'' ELSE s.name + N'.' END + o.name, t.name, N'exists', N'there'
FROM sys.triggers AS t JOIN sys.objects AS o ON o.object_id = t.parent_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
WHERE s.name IN (N'dbo');
IF OBJECT_ID(N'dbo.migc_version', N'U') IS NOT NULL
BEGIN
  IF HAS_PERMS_BY_NAME(N'dbo.migc_version', N'OBJECT', N'SELECT') = 1
    INSERT INTO @found EXEC (N'SELECT N''table'', N''migc_version'', N'''', N''rows'', ISNULL(STUFF((SELECT N'', '' + version_num FROM dbo.migc_version ORDER BY version_num COLLATE Latin1_General_BIN2 FOR XML PATH(N''''), TYPE).value(N''.'', N''NVARCHAR(2000)''), 1, 2, N''''), N''base'')');
  ELSE
    INSERT INTO @found VALUES (N'table', N'migc_version', N'', N'rows', N'rows that this user may not read');
END;

INSERT INTO @checks
SELECT ROW_NUMBER() OVER (ORDER BY CASE result WHEN N'ok' THEN 1 WHEN N'unseen' THEN 2 ELSE 3 END, n), result, line
FROM (
  SELECT n, result, kind + N' ' + name + CASE WHEN part = N'' THEN N'' ELSE N'.' + part END + N' | ' + what + N' | ' + expected + N' | '
    + ISNULL(found, N'nothing') + N' | ' + result AS line
  FROM (
    SELECT e.n, e.kind, e.name, e.part, e.what, e.expected, f.found, CASE WHEN ISNULL(f.found, N'nothing') = e.expected THEN N'ok'
      WHEN f.found IS NOT NULL THEN N'DIFFERENT'
      WHEN e.kind IN (N'trigger', N'function', N'procedure', N'sequence') AND HAS_PERMS_BY_NAME(DB_NAME(), N'DATABASE', N'VIEW DEFINITION') = 0
        THEN N'unseen'
      ELSE N'MISSING' END AS result
    FROM @expected AS e LEFT JOIN @found AS f ON f.kind = e.kind AND f.name = e.name AND f.part = e.part AND f.what = e.what
  ) AS compared
) AS lines;
SELECT @number = 1, @last = COUNT(*), @failed = COUNT(CASE WHEN result IN (N'MISSING', N'DIFFERENT') THEN 1 END) FROM @checks;
PRINT N'object | what | expected | found | result';
WHILE @number <= @last
BEGIN
  SELECT @line = line FROM @checks WHERE number = @number;
  PRINT @line;
  SET @number = @number + 1;
END;
PRINT N'MIGC-VERIFY 1 mssql d ' + CAST(@last AS NVARCHAR(10)) + N' ' + CAST(@failed AS NVARCHAR(10));
IF @failed > 0
  THROW 50000, N'this database differs from what migc expects: see the rows above that are MISSING or DIFFERENT; nothing was changed', 1;
GO
