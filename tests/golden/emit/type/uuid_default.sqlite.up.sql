# upgrade uuid_default
  create table token
    CREATE TABLE token (
      id CHAR(32) NOT NULL DEFAULT (lower(hex(randomblob(16)))),
      name TEXT,
      CONSTRAINT token_pkey PRIMARY KEY (id)
    );
