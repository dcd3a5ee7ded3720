# downgrade not_valid
  drop constraint amount_small of purchase
    ALTER TABLE purchase DROP CONSTRAINT amount_small;
  add check constraint amount_small to purchase [up front]
    require SELECT CAST(@@GLOBAL.tidb_enable_check_constraint AS CHAR) IN ('1', 'ON')
    else check amount_small would be read and forgotten: SET GLOBAL tidb_enable_check_constraint = ON, and run the script again
  add check constraint amount_small to purchase
    ALTER TABLE purchase ADD CONSTRAINT amount_small CHECK (amount < 1000000);
  drop constraint amount_small of purchase
    ALTER TABLE purchase DROP CONSTRAINT amount_small;
