# upgrade add_column
  add column customer.phone
    ALTER TABLE customer ADD COLUMN phone VARCHAR(30);
  add column customer.nick
    ALTER TABLE customer ADD COLUMN nick VARCHAR(30) NOT NULL DEFAULT 'none';
  add column purchase.seller_id
    ALTER TABLE purchase ADD COLUMN seller_id BIGINT;
  add column purchase.seller_id
    ALTER TABLE purchase ADD INDEX purchase_seller_id_fkey (seller_id);
  add column purchase.seller_id
    ALTER TABLE purchase ADD CONSTRAINT purchase_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES customer (id) ON DELETE SET NULL;
  add column purchase.vat [up front]
    require SELECT CAST(@@GLOBAL.tidb_enable_check_constraint AS CHAR) IN ('1', 'ON')
    else check purchase_vat_check would be read and forgotten: SET GLOBAL tidb_enable_check_constraint = ON, and run the script again
  add column purchase.vat
    ALTER TABLE purchase ADD COLUMN vat DECIMAL(5,2) NOT NULL DEFAULT 0;
  add column purchase.vat
    ALTER TABLE purchase ADD CONSTRAINT purchase_vat_check CHECK (vat BETWEEN 0 AND 100);
