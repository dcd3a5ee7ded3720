# upgrade not_null
  fill nulls of part.weight
    UPDATE dbo.part SET weight = 0 WHERE weight IS NULL;
  make way for a change of part.weight
    ALTER TABLE dbo.part DROP CONSTRAINT part_weight_known;
  set not null on part.weight
    ALTER TABLE dbo.part ALTER COLUMN weight INT NOT NULL;
  put back what was on part.weight
    ALTER TABLE dbo.part ADD CONSTRAINT part_weight_known UNIQUE (weight, code);
  make way for a change of stock.amount
    ALTER TABLE dbo.stock DROP CONSTRAINT stock_amount_check;
  drop not null on stock.amount
    ALTER TABLE dbo.stock ALTER COLUMN amount INT NULL;
  put back what was on stock.amount
    ALTER TABLE dbo.stock ADD CONSTRAINT stock_amount_check CHECK (amount > 0);
