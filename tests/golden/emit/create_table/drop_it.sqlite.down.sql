# downgrade drop_it [foreign keys off]
  create table gone
    CREATE TABLE gone (
      id INTEGER NOT NULL,
      name VARCHAR(10) NOT NULL DEFAULT 'x',
      CONSTRAINT gone_pkey PRIMARY KEY (id)
    );
  create index gone_name_idx on gone
    CREATE INDEX gone_name_idx ON gone (name);
  drop table gone [loses data]
    DROP TABLE gone;
