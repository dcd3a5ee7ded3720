# upgrade add_each_kind [foreign keys off]
  create table tag
    CREATE TABLE tag (
      name VARCHAR(20),
      customer_id BIGINT,
      weight INTEGER
    );
  add primary key tag_pk to tag: rebuild of tag: nothing on it that the migrations do not know
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
  add unique constraint tag_customer_id_weight_key to tag: rebuild of tag: nothing on it that the migrations do not know
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
  add check constraint tag_weight_check to tag: rebuild of tag: nothing on it that the migrations do not know
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
  add foreign key tag_customer_id_fkey to tag: rebuild of tag: nothing on it that the migrations do not know
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
      CONSTRAINT tag_weight_check CHECK (weight > 0),
      CONSTRAINT tag_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
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
