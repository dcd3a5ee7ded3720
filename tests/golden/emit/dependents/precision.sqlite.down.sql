# downgrade precision [foreign keys off]
  change type of part.price to decimal(8,2): rebuild of part: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('part') WHERE name COLLATE NOCASE NOT IN ('code', 'colour', 'price', 'weight', 'sold')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'part' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('part_by_price', 'part_by_colour')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'part' COLLATE NOCASE
    )
    else table part has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of part: create the new table
    CREATE TABLE migc_new_part (
      code VARCHAR(10) NOT NULL,
      colour VARCHAR(5) NOT NULL DEFAULT 'red' CHECK (colour IN ('red', 'green')),
      price NUMERIC(8,2) NOT NULL DEFAULT 0,
      weight INTEGER,
      sold BOOLEAN NOT NULL DEFAULT '0',
      CONSTRAINT part_key PRIMARY KEY (code),
      CONSTRAINT part_weight_known UNIQUE (weight, code),
      CONSTRAINT part_price_positive CHECK (price >= 0)
    );
  rebuild of part: copy the rows
    INSERT INTO migc_new_part (code, colour, price, weight, sold)
    SELECT code, colour, price, weight, sold
    FROM part;
  rebuild of part: drop the old table [loses data]
    DROP TABLE part;
  rebuild of part: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of part: take the name
    ALTER TABLE migc_new_part RENAME TO part;
  rebuild of part: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rebuild of part: index part_by_price again
    CREATE INDEX part_by_price ON part (price DESC);
  rebuild of part: index part_by_colour again
    CREATE INDEX part_by_colour ON part (colour, code);
