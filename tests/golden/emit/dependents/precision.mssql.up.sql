# upgrade precision
  make way for a change of part.price
    ALTER TABLE dbo.part DROP CONSTRAINT part_price_positive;
  make way for a change of part.price
    DROP INDEX part_by_price ON dbo.part;
  change type of part.price to decimal(12,4)
    ALTER TABLE dbo.part ALTER COLUMN price DECIMAL(12,4) NOT NULL;
  put back what was on part.price
    CREATE INDEX part_by_price ON dbo.part (price DESC);
  put back what was on part.price
    ALTER TABLE dbo.part ADD CONSTRAINT part_price_positive CHECK (price >= 0);
