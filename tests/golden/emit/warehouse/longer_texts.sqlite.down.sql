# downgrade longer_texts [foreign keys off]
  change type of product.note to varchar(10): rebuild of product: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('product') WHERE name COLLATE NOCASE NOT IN ('id', 'name', 'code', 'note')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'product' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'product' COLLATE NOCASE
    )
    else table product has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of product: create the new table
    CREATE TABLE migc_new_product (
      id BIGINT NOT NULL,
      name VARCHAR(80) NOT NULL,
      code VARCHAR(12) NOT NULL,
      note VARCHAR(10),
      CONSTRAINT product_pkey PRIMARY KEY (id),
      CONSTRAINT product_code_key UNIQUE (code)
    );
  rebuild of product: copy the rows
    INSERT INTO migc_new_product (id, name, code, note)
    SELECT id, name, code, note
    FROM product;
  rebuild of product: drop the old table [loses data]
    DROP TABLE product;
  rebuild of product: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of product: take the name
    ALTER TABLE migc_new_product RENAME TO product;
  rebuild of product: renames follow again
    PRAGMA legacy_alter_table = OFF;
  drop column product.note, change type of product.name to varchar(40): rebuild of product: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('product') WHERE name COLLATE NOCASE NOT IN ('id', 'name', 'code', 'note')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'product' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'product' COLLATE NOCASE
    )
    else table product has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of product: create the new table
    CREATE TABLE migc_new_product (
      id BIGINT NOT NULL,
      name VARCHAR(40) NOT NULL,
      code VARCHAR(12) NOT NULL,
      CONSTRAINT product_pkey PRIMARY KEY (id),
      CONSTRAINT product_code_key UNIQUE (code)
    );
  rebuild of product: copy the rows
    INSERT INTO migc_new_product (id, name, code)
    SELECT id, name, code
    FROM product;
  rebuild of product: drop the old table [loses data]
    DROP TABLE product;
  rebuild of product: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of product: take the name
    ALTER TABLE migc_new_product RENAME TO product;
  rebuild of product: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rebuild of product: view named still works
    require SELECT count(*) = 0 FROM (SELECT * FROM named LIMIT 0)
    else view named names a column of table product that is gone
  drop view named
    DROP VIEW named;
