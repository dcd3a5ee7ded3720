# downgrade cascades_that_meet [foreign keys off]
  drop table delivery [loses data]
    DROP TABLE delivery;
