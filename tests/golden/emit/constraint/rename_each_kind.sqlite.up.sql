# upgrade rename_each_kind [foreign keys off]
  rename constraint customer_pkey of customer to customer_pk: rebuild of customer: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'name', 'level')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'customer' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'customer' COLLATE NOCASE
    )
    else table customer has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of customer: create the new table
    CREATE TABLE migc_new_customer (
      id INTEGER NOT NULL,
      email VARCHAR(320) NOT NULL,
      name VARCHAR(100),
      level SMALLINT NOT NULL DEFAULT 1,
      CONSTRAINT customer_pk PRIMARY KEY (id),
      CONSTRAINT customer_email_key UNIQUE (email)
    );
  rebuild of customer: copy the rows
    INSERT INTO migc_new_customer (id, email, name, level)
    SELECT id, email, name, level
    FROM customer;
  rebuild of customer: drop the old table
    DROP TABLE customer;
  rebuild of customer: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of customer: take the name
    ALTER TABLE migc_new_customer RENAME TO customer;
  rebuild of customer: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rename constraint customer_email_key of customer to one_email: rebuild of customer: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'name', 'level')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'customer' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'customer' COLLATE NOCASE
    )
    else table customer has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of customer: create the new table
    CREATE TABLE migc_new_customer (
      id INTEGER NOT NULL,
      email VARCHAR(320) NOT NULL,
      name VARCHAR(100),
      level SMALLINT NOT NULL DEFAULT 1,
      CONSTRAINT customer_pk PRIMARY KEY (id),
      CONSTRAINT one_email UNIQUE (email)
    );
  rebuild of customer: copy the rows
    INSERT INTO migc_new_customer (id, email, name, level)
    SELECT id, email, name, level
    FROM customer;
  rebuild of customer: drop the old table
    DROP TABLE customer;
  rebuild of customer: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of customer: take the name
    ALTER TABLE migc_new_customer RENAME TO customer;
  rebuild of customer: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rename constraint purchase_customer_id_fkey of purchase to of_customer: rebuild of purchase: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('purchase') WHERE name COLLATE NOCASE NOT IN ('id', 'customer_id', 'amount', 'note', 'placed_at')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'purchase' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('purchase_placed')
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
      CONSTRAINT of_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
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
