# downgrade not_null
  set not null on stock.amount
    ALTER TABLE stock ALTER COLUMN amount SET NOT NULL;
  drop not null on part.weight
    ALTER TABLE part ALTER COLUMN weight DROP NOT NULL;
