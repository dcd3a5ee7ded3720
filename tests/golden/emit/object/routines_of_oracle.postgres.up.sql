# upgrade routines_of_oracle
  create table account
    CREATE TABLE account (
      id INTEGER NOT NULL,
      seen TIMESTAMP,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define function twice: it has no text for PostgreSQL
  define procedure forget: it has no text for PostgreSQL
  define trigger touch on account: it has no text for PostgreSQL
