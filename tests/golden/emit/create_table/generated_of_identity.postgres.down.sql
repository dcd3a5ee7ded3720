# downgrade generated_of_identity
  drop table ticket [loses data]
    DROP TABLE ticket;
