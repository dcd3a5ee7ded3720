# downgrade routine_bodies
  define procedure tidy: it has no text for PostgreSQL
  define trigger touch on account: it has no text for PostgreSQL
  drop trigger touch on account: it had no text for PostgreSQL
  drop procedure tidy: it had no text for PostgreSQL
  drop function tax: it had no text for PostgreSQL
  drop table account [loses data]
    DROP TABLE account;
