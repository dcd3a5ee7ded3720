# downgrade drop_it
  create table gone
    CREATE TABLE gone (
      id INT NOT NULL,
      name VARCHAR(10) NOT NULL DEFAULT 'x',
      PRIMARY KEY (id),
      INDEX gone_name_idx (name)
    );
  drop table gone [loses data]
    DROP TABLE gone;
