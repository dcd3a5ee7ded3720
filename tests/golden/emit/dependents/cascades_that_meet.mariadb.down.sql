# downgrade cascades_that_meet
  drop table delivery [loses data]
    DROP TABLE delivery;
