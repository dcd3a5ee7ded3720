# downgrade uuid_default [foreign keys off]
  drop table token [loses data]
    DROP TABLE token;
