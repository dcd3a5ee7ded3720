# downgrade add_each_kind [foreign keys off]
  drop constraint tag_customer_id_fkey of tag: rebuild of tag: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('tag') WHERE name COLLATE NOCASE NOT IN ('name', 'customer_id', 'weight')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'tag' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'tag' COLLATE NOCASE
    )
    else table tag has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of tag: create the new table
    CREATE TABLE migc_new_tag (
      name VARCHAR(20) NOT NULL,
      customer_id BIGINT,
      weight INTEGER,
      CONSTRAINT tag_pk PRIMARY KEY (name),
      CONSTRAINT tag_customer_id_weight_key UNIQUE (customer_id, weight),
      CONSTRAINT tag_weight_check CHECK (weight > 0)
    );
  rebuild of tag: copy the rows
    INSERT INTO migc_new_tag (name, customer_id, weight)
    SELECT name, customer_id, weight
    FROM tag;
  rebuild of tag: drop the old table
    DROP TABLE tag;
  rebuild of tag: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of tag: take the name
    ALTER TABLE migc_new_tag RENAME TO tag;
  rebuild of tag: renames follow again
    PRAGMA legacy_alter_table = OFF;
  drop constraint tag_weight_check of tag: rebuild of tag: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('tag') WHERE name COLLATE NOCASE NOT IN ('name', 'customer_id', 'weight')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'tag' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'tag' COLLATE NOCASE
    )
    else table tag has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of tag: create the new table
    CREATE TABLE migc_new_tag (
      name VARCHAR(20) NOT NULL,
      customer_id BIGINT,
      weight INTEGER,
      CONSTRAINT tag_pk PRIMARY KEY (name),
      CONSTRAINT tag_customer_id_weight_key UNIQUE (customer_id, weight)
    );
  rebuild of tag: copy the rows
    INSERT INTO migc_new_tag (name, customer_id, weight)
    SELECT name, customer_id, weight
    FROM tag;
  rebuild of tag: drop the old table
    DROP TABLE tag;
  rebuild of tag: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of tag: take the name
    ALTER TABLE migc_new_tag RENAME TO tag;
  rebuild of tag: renames follow again
    PRAGMA legacy_alter_table = OFF;
  drop constraint tag_customer_id_weight_key of tag: rebuild of tag: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('tag') WHERE name COLLATE NOCASE NOT IN ('name', 'customer_id', 'weight')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'tag' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'tag' COLLATE NOCASE
    )
    else table tag has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of tag: create the new table
    CREATE TABLE migc_new_tag (
      name VARCHAR(20) NOT NULL,
      customer_id BIGINT,
      weight INTEGER,
      CONSTRAINT tag_pk PRIMARY KEY (name)
    );
  rebuild of tag: copy the rows
    INSERT INTO migc_new_tag (name, customer_id, weight)
    SELECT name, customer_id, weight
    FROM tag;
  rebuild of tag: drop the old table
    DROP TABLE tag;
  rebuild of tag: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of tag: take the name
    ALTER TABLE migc_new_tag RENAME TO tag;
  rebuild of tag: renames follow again
    PRAGMA legacy_alter_table = OFF;
  drop constraint tag_pk of tag, drop not null on tag.name: rebuild of tag: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('tag') WHERE name COLLATE NOCASE NOT IN ('name', 'customer_id', 'weight')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'tag' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'tag' COLLATE NOCASE
    )
    else table tag has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of tag: create the new table
    CREATE TABLE migc_new_tag (
      name VARCHAR(20),
      customer_id BIGINT,
      weight INTEGER
    );
  rebuild of tag: copy the rows
    INSERT INTO migc_new_tag (name, customer_id, weight)
    SELECT name, customer_id, weight
    FROM tag;
  rebuild of tag: drop the old table
    DROP TABLE tag;
  rebuild of tag: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of tag: take the name
    ALTER TABLE migc_new_tag RENAME TO tag;
  rebuild of tag: renames follow again
    PRAGMA legacy_alter_table = OFF;
  drop table tag [loses data]
    DROP TABLE tag;
