# downgrade routines_of_oracle
  drop trigger touch on account
    DROP TRIGGER touch;
  drop procedure forget
    DROP PROCEDURE forget;
  drop function twice
    DROP FUNCTION twice;
  drop table account [loses data]
    DROP TABLE account;
