# downgrade set_not_null_fill
  drop not null on customer.name [outside a transaction]
    ALTER TABLE customer ALTER COLUMN name DROP NOT NULL;
