# upgrade every_attribute
  create table account [outside a transaction]
    CREATE TABLE account (
      id BIGINT GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 10),
      email VARCHAR(320) NOT NULL,
      nick VARCHAR(40),
      balance NUMERIC(18,2) DEFAULT 0 NOT NULL,
      is_open BOOLEAN DEFAULT TRUE NOT NULL,
      full_name VARCHAR(80) COLLATE "C",
      net NUMERIC(18,2) GENERATED ALWAYS AS (balance * 2) STORED,
      created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id),
      CONSTRAINT account_email_key UNIQUE (email),
      CONSTRAINT nick_known UNIQUE (nick),
      CONSTRAINT nick_long CHECK (length(nick) > 2),
      CONSTRAINT balance_positive CHECK (balance >= 0)
    );
  create index account_created_at_idx on account [outside a transaction]
    CREATE INDEX account_created_at_idx ON account (created_at DESC);
  comment on table account [outside a transaction]
    COMMENT ON TABLE account IS 'One row per customer''s account';
  comment on column account.full_name [outside a transaction]
    COMMENT ON COLUMN account.full_name IS 'As on the contract';
