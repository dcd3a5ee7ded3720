# upgrade if_exists_by_version_of_oracle
  create table a
    IF OBJECT_ID(N'dbo.a', N'U') IS NULL
    CREATE TABLE dbo.a (
      id INT NOT NULL,
      n INT NULL,
      CONSTRAINT a_pkey PRIMARY KEY (id)
    );
  create index a_n on a
    IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'dbo.a') AND name = N'a_n')
    CREATE INDEX a_n ON dbo.a (n);
  drop index gone on a
    DROP INDEX IF EXISTS gone ON dbo.a;
  drop table old
    DROP TABLE IF EXISTS dbo.old;
