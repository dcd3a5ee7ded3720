# downgrade dropped_with_all_that_is_on_it
  add column part.price
    ALTER TABLE part
      ADD COLUMN price DECIMAL(8,2) NOT NULL DEFAULT 0 AFTER colour,
      ADD CONSTRAINT part_price_positive CHECK (price >= 0);
  create index part_by_price on part
    CREATE INDEX part_by_price ON part (price DESC);
