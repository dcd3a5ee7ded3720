# downgrade table
  rename table client to customer
    ALTER TABLE client RENAME TO customer;
