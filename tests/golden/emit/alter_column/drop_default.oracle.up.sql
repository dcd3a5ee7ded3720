# upgrade drop_default
  drop default of customer.level
    ALTER TABLE customer MODIFY ("level" DEFAULT NULL);
