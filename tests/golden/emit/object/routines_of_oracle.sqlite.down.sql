# downgrade routines_of_oracle [foreign keys off]
  drop trigger touch on account (it has no text for this dialect)
  drop procedure forget (it has no text for this dialect)
  drop function twice (it has no text for this dialect)
  drop table account [loses data]
    DROP TABLE account;
