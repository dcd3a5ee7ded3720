# upgrade drop_primary_key
  drop constraint purchase_pkey of purchase: YugabyteDB writes the table anew; what others write to it meanwhile may be lost
  drop constraint purchase_pkey of purchase [outside a transaction]
    ALTER TABLE purchase DROP CONSTRAINT purchase_pkey;
