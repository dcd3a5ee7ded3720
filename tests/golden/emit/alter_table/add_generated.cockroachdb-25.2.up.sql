# upgrade add_generated
  add column purchase.gross [outside a transaction]
    ALTER TABLE purchase ADD COLUMN gross NUMERIC(12,2) GENERATED ALWAYS AS (amount * 1.19) STORED;
