# downgrade precision
  change type of part.price to decimal(8,2) [loses data]
    ALTER TABLE part MODIFY COLUMN price DECIMAL(8,2) NOT NULL DEFAULT 0;
