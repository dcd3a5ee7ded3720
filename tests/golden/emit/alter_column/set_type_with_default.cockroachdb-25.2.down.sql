# downgrade set_type_with_default
  change type of customer.level to smallint [outside a transaction] [loses data]
    ALTER TABLE customer ALTER COLUMN level TYPE INT2;
