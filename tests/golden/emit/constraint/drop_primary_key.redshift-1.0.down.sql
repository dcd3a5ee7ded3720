# downgrade drop_primary_key
  add primary key purchase_pkey to purchase
    ALTER TABLE purchase ADD CONSTRAINT purchase_pkey PRIMARY KEY (id);
