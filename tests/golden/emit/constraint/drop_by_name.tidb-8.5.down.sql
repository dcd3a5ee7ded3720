# downgrade drop_by_name
  add check constraint purchase_amount_positive to purchase [up front]
    require SELECT CAST(@@GLOBAL.tidb_enable_check_constraint AS CHAR) IN ('1', 'ON')
    else check purchase_amount_positive would be read and forgotten: SET GLOBAL tidb_enable_check_constraint = ON, and run the script again
  add check constraint purchase_amount_positive to purchase
    ALTER TABLE purchase ADD CONSTRAINT purchase_amount_positive CHECK (amount >= 0);
