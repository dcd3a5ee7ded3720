# downgrade drop_not_null
  set not null on customer.email
    ALTER TABLE customer ALTER COLUMN email SET NOT NULL;
