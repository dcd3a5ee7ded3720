# downgrade foreign_key_not_valid
  drop constraint purchase_seller of purchase
    ALTER TABLE purchase DROP FOREIGN KEY purchase_seller;
  drop constraint purchase_seller of purchase
    ALTER TABLE purchase DROP INDEX purchase_seller;
  drop column purchase.seller_id [loses data]
    ALTER TABLE purchase DROP COLUMN seller_id;
