# upgrade materialized_view
  create table account [outside a transaction]
    CREATE TABLE account (
      id INT4 NOT NULL,
      closed BOOLEAN DEFAULT FALSE NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define materialized view closed_account [outside a transaction]
    CREATE MATERIALIZED VIEW closed_account AS
    select id from account where closed;
