# upgrade materialized_view
  create table account
    CREATE TABLE account (
      id NUMBER(10) NOT NULL,
      closed NUMBER(1) DEFAULT 0 NOT NULL CONSTRAINT account_closed_bool CHECK (closed IN (0, 1)),
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define materialized view closed_account
    CREATE MATERIALIZED VIEW closed_account AS
    select id from account where closed = 1;
