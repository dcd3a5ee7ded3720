# upgrade routine_bodies
  create table account
    CREATE TABLE dbo.account (
      id INT NOT NULL,
      seen INT NOT NULL CONSTRAINT account_seen_default DEFAULT 0,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define function tax: it has no text for SQL Server
  define procedure tidy: it has no text for SQL Server
  define trigger touch on account: it has no text for SQL Server
  define trigger touch on account: it has no text for SQL Server
  drop procedure tidy: it had no text for SQL Server
