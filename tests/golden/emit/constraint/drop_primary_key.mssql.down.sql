# downgrade drop_primary_key
  add primary key purchase_pkey to purchase
    ALTER TABLE dbo.purchase ADD CONSTRAINT purchase_pkey PRIMARY KEY (id);
