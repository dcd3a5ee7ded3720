# downgrade not_null
  make way for a change of stock.amount
    ALTER TABLE dbo.stock DROP CONSTRAINT stock_amount_check;
  set not null on stock.amount
    ALTER TABLE dbo.stock ALTER COLUMN amount INT NOT NULL;
  put back what was on stock.amount
    ALTER TABLE dbo.stock ADD CONSTRAINT stock_amount_check CHECK (amount > 0);
  drop not null on part.weight
    ALTER TABLE dbo.part ALTER COLUMN weight INT NULL;
