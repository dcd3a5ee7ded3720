# upgrade table
  rename table customer to client [outside a transaction]
    ALTER TABLE customer RENAME TO client;
