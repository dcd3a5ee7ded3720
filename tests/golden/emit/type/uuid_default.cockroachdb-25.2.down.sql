# downgrade uuid_default
  drop table token [outside a transaction] [loses data]
    DROP TABLE token;
