# upgrade change_tables [foreign keys off]
  add column product.colour
    ALTER TABLE product ADD COLUMN colour VARCHAR(20) NOT NULL DEFAULT 'none';
  add column product.weight
    ALTER TABLE product ADD COLUMN weight NUMERIC(8,3);
  rename column product.name to title
    ALTER TABLE product RENAME COLUMN name TO title;
  drop column product.code: rebuild of product: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('product') WHERE name COLLATE NOCASE NOT IN ('id', 'title', 'colour', 'weight', 'code')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'product' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'product' COLLATE NOCASE
    )
    else table product has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of product: create the new table
    CREATE TABLE migc_new_product (
      id BIGINT NOT NULL,
      title VARCHAR(40) NOT NULL,
      colour VARCHAR(20) NOT NULL DEFAULT 'none',
      weight NUMERIC(8,3),
      CONSTRAINT product_pkey PRIMARY KEY (id)
    );
  rebuild of product: copy the rows
    INSERT INTO migc_new_product (id, title, colour, weight)
    SELECT id, title, colour, weight
    FROM product;
  rebuild of product: drop the old table [loses data]
    DROP TABLE product;
  rebuild of product: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of product: take the name
    ALTER TABLE migc_new_product RENAME TO product;
  rebuild of product: renames follow again
    PRAGMA legacy_alter_table = OFF;
  drop constraint sale_product_fk of sale: rebuild of sale: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('sale') WHERE name COLLATE NOCASE NOT IN ('id', 'product_id', 'sold_at', 'amount')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'sale' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'sale' COLLATE NOCASE
    )
    else table sale has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of sale: create the new table
    CREATE TABLE migc_new_sale (
      id INTEGER NOT NULL CONSTRAINT sale_pkey PRIMARY KEY AUTOINCREMENT,
      product_id BIGINT NOT NULL,
      sold_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
      amount NUMERIC(12,2) NOT NULL
    );
  rebuild of sale: copy the rows
    INSERT INTO migc_new_sale (id, product_id, sold_at, amount)
    SELECT id, product_id, sold_at, amount
    FROM sale;
  rebuild of sale: forget the count of the copy
    DELETE FROM sqlite_sequence WHERE name = 'migc_new_sale';
  rebuild of sale: keep the count
    INSERT INTO sqlite_sequence (name, seq) SELECT 'migc_new_sale', seq FROM sqlite_sequence WHERE name = 'sale';
  rebuild of sale: drop the old table
    DROP TABLE sale;
  rebuild of sale: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of sale: take the name
    ALTER TABLE migc_new_sale RENAME TO sale;
  rebuild of sale: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rename table sale to sold
    ALTER TABLE sale RENAME TO sold;
  comment on table sold (SQLite keeps no comments)
