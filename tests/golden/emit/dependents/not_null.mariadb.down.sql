# downgrade not_null
  set not null on stock.amount
    ALTER TABLE stock MODIFY COLUMN amount INT NOT NULL DEFAULT 1;
  drop not null on part.weight
    ALTER TABLE part MODIFY COLUMN weight INT;
