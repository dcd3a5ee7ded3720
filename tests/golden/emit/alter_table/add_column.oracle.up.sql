# upgrade add_column
  add column customer.phone
    ALTER TABLE customer ADD (phone VARCHAR2(30 CHAR));
  add column customer.nick
    ALTER TABLE customer ADD (nick VARCHAR2(30 CHAR) DEFAULT 'none' NOT NULL);
  add column purchase.seller_id
    ALTER TABLE purchase ADD (seller_id NUMBER(19) CONSTRAINT purchase_seller_id_fkey REFERENCES customer (id) ON DELETE SET NULL);
  add column purchase.vat
    ALTER TABLE purchase ADD (vat NUMBER(5,2) DEFAULT 0 NOT NULL CONSTRAINT purchase_vat_check CHECK (vat BETWEEN 0 AND 100));
