# upgrade routine_bodies
  create table account
    CREATE TABLE account (
      id NUMBER(10) NOT NULL,
      seen NUMBER(10) DEFAULT 0 NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define function tax: it has no text for Oracle
  define procedure tidy: it has no text for Oracle
  define trigger touch on account: it has no text for Oracle
  define trigger touch on account: it has no text for Oracle
  drop procedure tidy: it had no text for Oracle
