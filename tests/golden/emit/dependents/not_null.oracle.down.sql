# downgrade not_null
  set not null on stock.amount
    ALTER TABLE stock MODIFY (amount NOT NULL);
  drop not null on part.weight
    ALTER TABLE part MODIFY (weight NULL);
