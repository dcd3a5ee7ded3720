# upgrade add_generated
  add column purchase.gross
    ALTER TABLE purchase ADD COLUMN gross DECIMAL(12,2) GENERATED ALWAYS AS (amount * 1.19) STORED;
