# upgrade if_exists_by_version_of_oracle
  create table a
    CREATE TABLE IF NOT EXISTS a (
      id INT NOT NULL,
      n INT,
      PRIMARY KEY (id)
    );
  create index a_n on a
    CREATE INDEX IF NOT EXISTS a_n ON a (n);
  drop index gone on a
    DROP INDEX IF EXISTS gone ON a;
  drop table old
    DROP TABLE IF EXISTS old;
