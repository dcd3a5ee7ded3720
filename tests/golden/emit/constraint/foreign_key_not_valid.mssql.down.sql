# downgrade foreign_key_not_valid
  drop constraint purchase_seller of purchase
    ALTER TABLE dbo.purchase DROP CONSTRAINT purchase_seller;
  drop column purchase.seller_id [loses data]
    ALTER TABLE dbo.purchase DROP COLUMN seller_id;
