# downgrade if_not_exists
  drop table account [outside a transaction] [loses data]
    DROP TABLE account;
