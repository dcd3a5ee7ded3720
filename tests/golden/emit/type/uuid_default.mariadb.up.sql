# upgrade uuid_default
  create table token
    CREATE TABLE token (
      id UUID NOT NULL DEFAULT (UUID()),
      name TEXT,
      PRIMARY KEY (id)
    );
