# upgrade add_column
  add column customer.phone
    ALTER TABLE customer ADD COLUMN phone VARCHAR(30);
  add column customer.nick
    ALTER TABLE customer ADD COLUMN nick VARCHAR(30) NOT NULL DEFAULT 'none';
  add column purchase.seller_id
    ALTER TABLE purchase
      ADD COLUMN seller_id BIGINT,
      ADD INDEX purchase_seller_id_fkey (seller_id),
      ADD CONSTRAINT purchase_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES customer (id) ON DELETE SET NULL;
  add column purchase.vat
    ALTER TABLE purchase
      ADD COLUMN vat DECIMAL(5,2) NOT NULL DEFAULT 0,
      ADD CONSTRAINT purchase_vat_check CHECK (vat BETWEEN 0 AND 100);
