# upgrade routine_bodies
  create table account
    CREATE TABLE account (
      id INTEGER NOT NULL,
      seen INTEGER NOT NULL DEFAULT 0,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define function tax (it has no text for this dialect)
  define procedure tidy (it has no text for this dialect)
  define trigger touch on account (it has no text for this dialect)
  define trigger touch on account (it has no text for this dialect)
  drop procedure tidy (it has no text for this dialect)
