# downgrade drop_not_null
  set not null on customer.email
    ALTER TABLE customer MODIFY (email NOT NULL);
