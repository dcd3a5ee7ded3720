# downgrade drop_default
  set default of customer.level
    ALTER TABLE customer MODIFY ("level" DEFAULT 1);
