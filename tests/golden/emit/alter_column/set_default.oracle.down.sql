# downgrade set_default
  drop default of customer.name
    ALTER TABLE customer MODIFY (name DEFAULT NULL);
