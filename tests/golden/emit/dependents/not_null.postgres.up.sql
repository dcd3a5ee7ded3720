# upgrade not_null
  fill nulls of part.weight
    UPDATE part SET weight = 0 WHERE weight IS NULL;
  set not null on part.weight
    ALTER TABLE part ALTER COLUMN weight SET NOT NULL;
  drop not null on stock.amount
    ALTER TABLE stock ALTER COLUMN amount DROP NOT NULL;
