# upgrade materialized_view
  create table account
    CREATE TABLE account (
      id INTEGER NOT NULL,
      closed BOOLEAN DEFAULT FALSE NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define materialized view closed_account
    CREATE MATERIALIZED VIEW closed_account AS
    select id from account where closed;
