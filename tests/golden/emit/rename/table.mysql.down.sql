# downgrade table
  rename table client to customer
    RENAME TABLE client TO customer;
