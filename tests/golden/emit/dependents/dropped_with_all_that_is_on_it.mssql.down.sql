# downgrade dropped_with_all_that_is_on_it
  add column part.price
    ALTER TABLE dbo.part ADD
      price DECIMAL(8,2) NOT NULL CONSTRAINT part_price_default DEFAULT 0,
      CONSTRAINT part_price_positive CHECK (price >= 0);
  create index part_by_price on part
    CREATE INDEX part_by_price ON dbo.part (price DESC);
