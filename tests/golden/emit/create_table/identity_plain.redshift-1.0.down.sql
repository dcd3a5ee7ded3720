# downgrade identity_plain
  drop table counted [loses data]
    DROP TABLE counted;
