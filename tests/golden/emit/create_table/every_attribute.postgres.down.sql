# downgrade every_attribute
  drop table account [loses data]
    DROP TABLE account;
