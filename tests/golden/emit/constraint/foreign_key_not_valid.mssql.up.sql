# upgrade foreign_key_not_valid
  add column purchase.seller_id
    ALTER TABLE dbo.purchase ADD seller_id BIGINT NULL;
  add foreign key purchase_seller to purchase
    ALTER TABLE dbo.purchase WITH NOCHECK ADD CONSTRAINT purchase_seller FOREIGN KEY (seller_id) REFERENCES dbo.customer (id);
