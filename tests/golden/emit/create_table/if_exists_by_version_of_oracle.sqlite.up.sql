# upgrade if_exists_by_version_of_oracle [foreign keys off]
  create table a
    CREATE TABLE IF NOT EXISTS a (
      id INTEGER NOT NULL,
      n INTEGER,
      CONSTRAINT a_pkey PRIMARY KEY (id)
    );
  create index a_n on a
    CREATE INDEX IF NOT EXISTS a_n ON a (n);
  drop index gone on a
    DROP INDEX IF EXISTS gone;
  drop table old
    DROP TABLE IF EXISTS old;
