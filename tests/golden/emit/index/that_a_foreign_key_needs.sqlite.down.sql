# downgrade that_a_foreign_key_needs [foreign keys off]
  create index purchase_by_customer on purchase
    CREATE INDEX purchase_by_customer ON purchase (customer_id, placed_at);
  drop constraint by_customer of purchase: rebuild of purchase: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('purchase') WHERE name COLLATE NOCASE NOT IN ('id', 'customer_id', 'amount', 'note', 'placed_at')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'purchase' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('purchase_placed', 'purchase_by_customer')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'purchase' COLLATE NOCASE
    )
    else table purchase has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of purchase: create the new table
    CREATE TABLE migc_new_purchase (
      id INTEGER NOT NULL,
      customer_id BIGINT NOT NULL,
      amount NUMERIC(10,2) NOT NULL DEFAULT 0,
      note TEXT,
      placed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
      CONSTRAINT purchase_pkey PRIMARY KEY (id),
      CONSTRAINT purchase_amount_positive CHECK (amount >= 0)
    );
  rebuild of purchase: copy the rows
    INSERT INTO migc_new_purchase (id, customer_id, amount, note, placed_at)
    SELECT id, customer_id, amount, note, placed_at
    FROM purchase;
  rebuild of purchase: drop the old table
    DROP TABLE purchase;
  rebuild of purchase: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of purchase: take the name
    ALTER TABLE migc_new_purchase RENAME TO purchase;
  rebuild of purchase: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rebuild of purchase: index purchase_placed again
    CREATE INDEX purchase_placed ON purchase (placed_at DESC);
  rebuild of purchase: index purchase_by_customer again
    CREATE INDEX purchase_by_customer ON purchase (customer_id, placed_at);
  add foreign key purchase_customer_id_fkey to purchase: rebuild of purchase: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('purchase') WHERE name COLLATE NOCASE NOT IN ('id', 'customer_id', 'amount', 'note', 'placed_at')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'purchase' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('purchase_placed', 'purchase_by_customer')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'purchase' COLLATE NOCASE
    )
    else table purchase has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of purchase: create the new table
    CREATE TABLE migc_new_purchase (
      id INTEGER NOT NULL,
      customer_id BIGINT NOT NULL,
      amount NUMERIC(10,2) NOT NULL DEFAULT 0,
      note TEXT,
      placed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
      CONSTRAINT purchase_pkey PRIMARY KEY (id),
      CONSTRAINT purchase_amount_positive CHECK (amount >= 0),
      CONSTRAINT purchase_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
    );
  rebuild of purchase: copy the rows
    INSERT INTO migc_new_purchase (id, customer_id, amount, note, placed_at)
    SELECT id, customer_id, amount, note, placed_at
    FROM purchase;
  rebuild of purchase: drop the old table
    DROP TABLE purchase;
  rebuild of purchase: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of purchase: take the name
    ALTER TABLE migc_new_purchase RENAME TO purchase;
  rebuild of purchase: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rebuild of purchase: index purchase_placed again
    CREATE INDEX purchase_placed ON purchase (placed_at DESC);
  rebuild of purchase: index purchase_by_customer again
    CREATE INDEX purchase_by_customer ON purchase (customer_id, placed_at);
  drop index purchase_by_customer on purchase
    DROP INDEX purchase_by_customer;
