# downgrade if_not_exists [foreign keys off]
  drop table account [loses data]
    DROP TABLE account;
