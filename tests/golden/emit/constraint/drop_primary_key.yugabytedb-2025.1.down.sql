# downgrade drop_primary_key
  add primary key purchase_pkey to purchase: YugabyteDB writes the table anew; what others write to it meanwhile may be lost
  add primary key purchase_pkey to purchase [outside a transaction]
    ALTER TABLE purchase ADD CONSTRAINT purchase_pkey PRIMARY KEY (id);
