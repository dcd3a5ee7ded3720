# upgrade not_null
  fill nulls of part.weight
    UPDATE part SET weight = 0 WHERE weight IS NULL;
  set not null on part.weight
    ALTER TABLE part MODIFY COLUMN weight INT NOT NULL;
  drop not null on stock.amount
    ALTER TABLE stock MODIFY COLUMN amount INT DEFAULT 1;
