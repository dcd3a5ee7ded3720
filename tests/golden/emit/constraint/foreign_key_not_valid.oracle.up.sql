# upgrade foreign_key_not_valid
  add column purchase.seller_id
    ALTER TABLE purchase ADD (seller_id NUMBER(19));
  add foreign key purchase_seller to purchase
    ALTER TABLE purchase ADD CONSTRAINT purchase_seller FOREIGN KEY (seller_id) REFERENCES customer (id) ENABLE NOVALIDATE;
