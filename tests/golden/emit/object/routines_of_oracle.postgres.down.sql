# downgrade routines_of_oracle
  drop trigger touch on account: it had no text for PostgreSQL
  drop procedure forget: it had no text for PostgreSQL
  drop function twice: it had no text for PostgreSQL
  drop table account [loses data]
    DROP TABLE account;
