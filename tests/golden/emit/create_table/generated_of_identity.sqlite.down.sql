# downgrade generated_of_identity [foreign keys off]
  drop table ticket [loses data]
    DROP TABLE ticket;
