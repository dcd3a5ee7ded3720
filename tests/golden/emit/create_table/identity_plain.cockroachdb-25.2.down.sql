# downgrade identity_plain
  drop table counted [outside a transaction] [loses data]
    DROP TABLE counted;
