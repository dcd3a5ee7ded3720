# downgrade every_attribute
  drop table account [outside a transaction] [loses data]
    DROP TABLE account;
