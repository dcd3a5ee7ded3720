# upgrade precision
  change type of part.price to decimal(12,4)
    ALTER TABLE part MODIFY COLUMN price DECIMAL(12,4) NOT NULL DEFAULT 0;
