# downgrade drop_not_null
  set not null on customer.email
    ALTER TABLE customer MODIFY COLUMN email VARCHAR(320) NOT NULL;
