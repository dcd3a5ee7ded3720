# upgrade if_not_exists
  create table account
    CREATE TABLE IF NOT EXISTS account (
      id INTEGER NOT NULL,
      name VARCHAR(65535),
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
