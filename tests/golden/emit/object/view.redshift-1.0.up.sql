# upgrade view
  create table account
    CREATE TABLE account (
      id INTEGER NOT NULL,
      closed BOOLEAN DEFAULT FALSE NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define view active_account
    CREATE OR REPLACE VIEW active_account AS
    select id from account where not closed;
  define view active_account
    DROP VIEW IF EXISTS active_account;
  define view active_account
    CREATE VIEW active_account AS
    select id, closed from account where not closed;
