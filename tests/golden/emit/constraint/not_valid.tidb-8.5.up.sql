# upgrade not_valid
  add check constraint amount_small to purchase [up front]
    require SELECT CAST(@@GLOBAL.tidb_enable_check_constraint AS CHAR) IN ('1', 'ON')
    else check amount_small would be read and forgotten: SET GLOBAL tidb_enable_check_constraint = ON, and run the script again
  add check constraint amount_small to purchase
    ALTER TABLE purchase ADD CONSTRAINT amount_small CHECK (amount < 1000000);
  validate constraint amount_small of purchase: the rows were checked when it was added
