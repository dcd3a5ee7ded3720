# upgrade routine_bodies
  create table account
    CREATE TABLE account (
      id INTEGER NOT NULL,
      seen INTEGER DEFAULT 0 NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define function tax: it has no text for PostgreSQL
  define procedure tidy: it has no text for PostgreSQL
  define trigger touch on account: it has no text for PostgreSQL
  define trigger touch on account: it has no text for PostgreSQL
  drop procedure tidy: it had no text for PostgreSQL
