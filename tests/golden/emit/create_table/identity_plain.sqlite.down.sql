# downgrade identity_plain [foreign keys off]
  drop table counted [loses data]
    DROP TABLE counted;
