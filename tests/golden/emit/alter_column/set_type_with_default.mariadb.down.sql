# downgrade set_type_with_default
  change type of customer.level to smallint [loses data]
    ALTER TABLE customer MODIFY COLUMN level SMALLINT NOT NULL DEFAULT 1;
