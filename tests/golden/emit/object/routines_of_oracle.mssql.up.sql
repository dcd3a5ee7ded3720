# upgrade routines_of_oracle
  create table account
    CREATE TABLE dbo.account (
      id INT NOT NULL,
      seen DATETIME2 NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define function twice: it has no text for SQL Server
  define procedure forget: it has no text for SQL Server
  define trigger touch on account: it has no text for SQL Server
