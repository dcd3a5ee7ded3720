# downgrade set_type_narrower
  make way for a change of purchase.amount
    ALTER TABLE dbo.purchase DROP CONSTRAINT purchase_amount_positive;
  change type of purchase.amount to decimal(10,2)
    ALTER TABLE dbo.purchase ALTER COLUMN amount DECIMAL(10,2) NOT NULL;
  put back what was on purchase.amount
    ALTER TABLE dbo.purchase ADD CONSTRAINT purchase_amount_positive CHECK (amount >= 0);
