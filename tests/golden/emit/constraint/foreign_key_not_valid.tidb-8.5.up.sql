# upgrade foreign_key_not_valid
  add column purchase.seller_id
    ALTER TABLE purchase ADD COLUMN seller_id BIGINT;
  add foreign key purchase_seller to purchase
    ALTER TABLE purchase ADD INDEX purchase_seller (seller_id);
  add foreign key purchase_seller to purchase
    ALTER TABLE purchase ADD CONSTRAINT purchase_seller FOREIGN KEY (seller_id) REFERENCES customer (id);
