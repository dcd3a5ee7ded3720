# downgrade if_not_exists
  drop table account [loses data]
    DROP TABLE account;
