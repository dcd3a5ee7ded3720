# upgrade set_type_to_text_and_back [foreign keys off]
  change type of customer.name to text: rebuild of customer: nothing on it that the migrations do not know
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
      name TEXT,
      level SMALLINT NOT NULL DEFAULT 1,
      CONSTRAINT customer_pkey PRIMARY KEY (id),
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
  change type of customer.level to varchar(10): rebuild of customer: nothing on it that the migrations do not know
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
      name TEXT,
      level VARCHAR(10) NOT NULL DEFAULT 1,
      CONSTRAINT customer_pkey PRIMARY KEY (id),
      CONSTRAINT customer_email_key UNIQUE (email)
    );
  rebuild of customer: copy the rows
    INSERT INTO migc_new_customer (id, email, name, level)
    SELECT id, email, name, CAST(level AS TEXT)
    FROM customer;
  rebuild of customer: drop the old table
    DROP TABLE customer;
  rebuild of customer: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of customer: take the name
    ALTER TABLE migc_new_customer RENAME TO customer;
  rebuild of customer: renames follow again
    PRAGMA legacy_alter_table = OFF;
