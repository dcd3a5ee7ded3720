# downgrade routines_of_oracle
  drop trigger touch on account: it had no text for MySQL
  drop procedure forget: it had no text for MySQL
  drop function twice: it had no text for MySQL
  drop table account [loses data]
    DROP TABLE account;
