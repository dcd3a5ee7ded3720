# downgrade table
  rename table client to customer [outside a transaction]
    ALTER TABLE client RENAME TO customer;
