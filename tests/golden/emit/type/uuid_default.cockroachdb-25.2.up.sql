# upgrade uuid_default
  create table token [outside a transaction]
    CREATE TABLE token (
      id UUID DEFAULT gen_random_uuid() NOT NULL,
      name TEXT,
      CONSTRAINT token_pkey PRIMARY KEY (id)
    );
