# upgrade trigger
  create table account
    CREATE TABLE account (
      id NUMBER(10) NOT NULL,
      seen NUMBER(10) DEFAULT 0 NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define function touched: it has no text for Oracle
  define trigger touch on account: it has no text for Oracle
  change type of account.seen to bigint
    ALTER TABLE account MODIFY (seen NUMBER(19));
  drop trigger touch on account: it had no text for Oracle
