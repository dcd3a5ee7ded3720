# upgrade uuid_default
  create table token
    CREATE TABLE token (
      id CHAR(36) NOT NULL DEFAULT (UUID()),
      name TEXT,
      PRIMARY KEY (id)
    );
