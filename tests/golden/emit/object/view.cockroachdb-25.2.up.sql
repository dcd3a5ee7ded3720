# upgrade view
  create table account [outside a transaction]
    CREATE TABLE account (
      id INT4 NOT NULL,
      closed BOOLEAN DEFAULT FALSE NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define view active_account [outside a transaction]
    CREATE OR REPLACE VIEW active_account AS
    select id from account where not closed;
  define view active_account [outside a transaction]
    DROP VIEW IF EXISTS active_account;
  define view active_account [outside a transaction]
    CREATE VIEW active_account AS
    select id, closed from account where not closed;
