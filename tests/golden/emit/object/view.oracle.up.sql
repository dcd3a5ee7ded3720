# upgrade view
  create table account
    CREATE TABLE account (
      id NUMBER(10) NOT NULL,
      closed NUMBER(1) DEFAULT 0 NOT NULL CONSTRAINT account_closed_bool CHECK (closed IN (0, 1)),
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define view active_account
    CREATE OR REPLACE VIEW active_account AS
    select id from account where closed = 0;
  define view active_account
    CREATE OR REPLACE VIEW active_account AS
    select id, closed from account where closed = 0;
