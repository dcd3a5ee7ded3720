# downgrade routine_bodies
  define procedure tidy: it has no text for Oracle
  define trigger touch on account: it has no text for Oracle
  drop trigger touch on account: it had no text for Oracle
  drop procedure tidy: it had no text for Oracle
  drop function tax: it had no text for Oracle
  drop table account [loses data]
    DROP TABLE account;
