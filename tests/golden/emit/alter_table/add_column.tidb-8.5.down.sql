# downgrade add_column
  drop column purchase.vat [loses data]
    ALTER TABLE purchase DROP CONSTRAINT purchase_vat_check;
  drop column purchase.vat [loses data]
    ALTER TABLE purchase DROP COLUMN vat;
  drop column purchase.seller_id [loses data]
    ALTER TABLE purchase DROP FOREIGN KEY purchase_seller_id_fkey;
  drop column purchase.seller_id [loses data]
    ALTER TABLE purchase DROP COLUMN seller_id;
  drop column customer.nick [loses data]
    ALTER TABLE customer DROP COLUMN nick;
  drop column customer.phone [loses data]
    ALTER TABLE customer DROP COLUMN phone;
