# upgrade uuid_default
  create table token
    CREATE TABLE token (
      id RAW(16) DEFAULT SYS_GUID() NOT NULL,
      name CLOB,
      CONSTRAINT token_pkey PRIMARY KEY (id)
    );
