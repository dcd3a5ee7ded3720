# downgrade keeps_the_rest [foreign keys off]
  change type of customer.short_code to varchar(30), rename column customer.short_code to code: rebuild of customer: rename column short_code to code
    ALTER TABLE customer RENAME COLUMN short_code TO code;
  rebuild of customer: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'code', 'name', 'level')
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
      code VARCHAR(30) NOT NULL DEFAULT 'y',
      name VARCHAR(100),
      level SMALLINT NOT NULL DEFAULT 1,
      CONSTRAINT customer_pkey PRIMARY KEY (id),
      CONSTRAINT customer_email_key UNIQUE (email)
    );
  rebuild of customer: copy the rows
    INSERT INTO migc_new_customer (id, email, code, name, level)
    SELECT id, email, code, name, level
    FROM customer;
  rebuild of customer: drop the old table [loses data]
    DROP TABLE customer;
  rebuild of customer: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of customer: take the name
    ALTER TABLE migc_new_customer RENAME TO customer;
  rebuild of customer: renames follow again
    PRAGMA legacy_alter_table = OFF;
  change type of customer.code to varchar(20), drop not null on customer.code, set default of customer.code: rebuild of customer: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'code', 'name', 'level')
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
      code VARCHAR(20) DEFAULT 'x',
      name VARCHAR(100),
      level SMALLINT NOT NULL DEFAULT 1,
      CONSTRAINT customer_pkey PRIMARY KEY (id),
      CONSTRAINT customer_email_key UNIQUE (email)
    );
  rebuild of customer: copy the rows
    INSERT INTO migc_new_customer (id, email, code, name, level)
    SELECT id, email, code, name, level
    FROM customer;
  rebuild of customer: drop the old table [loses data]
    DROP TABLE customer;
  rebuild of customer: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of customer: take the name
    ALTER TABLE migc_new_customer RENAME TO customer;
  rebuild of customer: renames follow again
    PRAGMA legacy_alter_table = OFF;
  comment on column customer.code (SQLite keeps no comments)
  set not null on customer.code: rebuild of customer: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'code', 'name', 'level')
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
      code VARCHAR(20) NOT NULL DEFAULT 'x',
      name VARCHAR(100),
      level SMALLINT NOT NULL DEFAULT 1,
      CONSTRAINT customer_pkey PRIMARY KEY (id),
      CONSTRAINT customer_email_key UNIQUE (email)
    );
  rebuild of customer: copy the rows
    INSERT INTO migc_new_customer (id, email, code, name, level)
    SELECT id, email, code, name, level
    FROM customer;
  rebuild of customer: drop the old table
    DROP TABLE customer;
  rebuild of customer: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of customer: take the name
    ALTER TABLE migc_new_customer RENAME TO customer;
  rebuild of customer: renames follow again
    PRAGMA legacy_alter_table = OFF;
  change type of customer.code to varchar(10): rebuild of customer: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'code', 'name', 'level')
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
      code VARCHAR(10) NOT NULL DEFAULT 'x',
      name VARCHAR(100),
      level SMALLINT NOT NULL DEFAULT 1,
      CONSTRAINT customer_pkey PRIMARY KEY (id),
      CONSTRAINT customer_email_key UNIQUE (email)
    );
  rebuild of customer: copy the rows
    INSERT INTO migc_new_customer (id, email, code, name, level)
    SELECT id, email, code, name, level
    FROM customer;
  rebuild of customer: drop the old table [loses data]
    DROP TABLE customer;
  rebuild of customer: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of customer: take the name
    ALTER TABLE migc_new_customer RENAME TO customer;
  rebuild of customer: renames follow again
    PRAGMA legacy_alter_table = OFF;
  drop column customer.code [loses data]
    ALTER TABLE customer DROP COLUMN code;
