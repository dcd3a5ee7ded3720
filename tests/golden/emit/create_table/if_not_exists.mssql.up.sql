# upgrade if_not_exists
  create table account
    IF OBJECT_ID(N'dbo.account', N'U') IS NULL
    CREATE TABLE dbo.account (
      id INT NOT NULL,
      name NVARCHAR(MAX) NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
