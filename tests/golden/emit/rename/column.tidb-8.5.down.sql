# downgrade column
  rename column purchase.total to amount
    ALTER TABLE purchase DROP CONSTRAINT purchase_amount_positive;
  rename column purchase.total to amount
    ALTER TABLE purchase RENAME COLUMN total TO amount;
  rename column purchase.total to amount [up front]
    require SELECT CAST(@@GLOBAL.tidb_enable_check_constraint AS CHAR) IN ('1', 'ON')
    else check purchase_amount_positive would be read and forgotten: SET GLOBAL tidb_enable_check_constraint = ON, and run the script again
  rename column purchase.total to amount
    ALTER TABLE purchase ADD CONSTRAINT purchase_amount_positive CHECK (amount >= 0);
