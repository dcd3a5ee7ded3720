# upgrade dialect_options
  create table hot
    CREATE TABLE hot (
      id INT NOT NULL,
      payload TEXT,
      PRIMARY KEY (id)
    ) ENGINE=InnoDB;
