# downgrade dropped_with_all_that_is_on_it
  add column part.price [up front]
    require SELECT CAST(@@GLOBAL.tidb_enable_check_constraint AS CHAR) IN ('1', 'ON')
    else check part_price_positive would be read and forgotten: SET GLOBAL tidb_enable_check_constraint = ON, and run the script again
  add column part.price
    ALTER TABLE part ADD COLUMN price DECIMAL(8,2) NOT NULL DEFAULT 0 AFTER colour;
  add column part.price
    ALTER TABLE part ADD CONSTRAINT part_price_positive CHECK (price >= 0);
  create index part_by_price on part
    CREATE INDEX part_by_price ON part (price);
