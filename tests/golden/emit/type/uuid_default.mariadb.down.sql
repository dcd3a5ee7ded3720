# downgrade uuid_default
  drop table token [loses data]
    DROP TABLE token;
