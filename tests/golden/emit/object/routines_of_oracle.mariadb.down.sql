# downgrade routines_of_oracle
  drop trigger touch on account: it had no text for MariaDB
  drop procedure forget: it had no text for MariaDB
  drop function twice: it had no text for MariaDB
  drop table account [loses data]
    DROP TABLE account;
