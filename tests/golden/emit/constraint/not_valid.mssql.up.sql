# upgrade not_valid
  add check constraint amount_small to purchase
    ALTER TABLE dbo.purchase WITH NOCHECK ADD CONSTRAINT amount_small CHECK (amount < 1000000);
  validate constraint amount_small of purchase
    ALTER TABLE dbo.purchase WITH CHECK CHECK CONSTRAINT amount_small;
