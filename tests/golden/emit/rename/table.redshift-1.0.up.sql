# upgrade table
  rename table customer to client
    ALTER TABLE customer RENAME TO client;
