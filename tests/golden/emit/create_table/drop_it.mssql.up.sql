# upgrade drop_it
  create table gone
    CREATE TABLE dbo.gone (
      id INT NOT NULL,
      name VARCHAR(10) NOT NULL CONSTRAINT gone_name_default DEFAULT N'x',
      CONSTRAINT gone_pkey PRIMARY KEY (id)
    );
  create index gone_name_idx on gone
    CREATE INDEX gone_name_idx ON dbo.gone (name);
  drop table gone [loses data]
    DROP TABLE dbo.gone;
  drop table never_was
    DROP TABLE IF EXISTS dbo.never_was;
