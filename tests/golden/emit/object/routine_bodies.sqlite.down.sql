# downgrade routine_bodies [foreign keys off]
  define procedure tidy (it has no text for this dialect)
  define trigger touch on account (it has no text for this dialect)
  drop trigger touch on account (it has no text for this dialect)
  drop procedure tidy (it has no text for this dialect)
  drop function tax (it has no text for this dialect)
  drop table account [loses data]
    DROP TABLE account;
