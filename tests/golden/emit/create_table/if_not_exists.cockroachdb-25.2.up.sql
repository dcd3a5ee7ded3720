# upgrade if_not_exists
  create table account [outside a transaction]
    CREATE TABLE IF NOT EXISTS account (
      id INT4 NOT NULL,
      name TEXT,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
