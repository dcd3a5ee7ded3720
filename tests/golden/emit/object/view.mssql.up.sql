# upgrade view
  create table account
    CREATE TABLE dbo.account (
      id INT NOT NULL,
      closed BIT NOT NULL CONSTRAINT account_closed_default DEFAULT 0,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define view active_account
    CREATE VIEW dbo.active_account AS
    select id from account where closed = 0;
  define view active_account
    ALTER VIEW dbo.active_account AS
    select id, closed from account where closed = 0;
