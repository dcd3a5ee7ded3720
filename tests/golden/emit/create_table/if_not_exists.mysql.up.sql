# upgrade if_not_exists
  create table account
    CREATE TABLE IF NOT EXISTS account (
      id INT NOT NULL,
      name TEXT,
      PRIMARY KEY (id)
    );
