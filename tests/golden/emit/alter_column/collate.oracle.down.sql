# downgrade collate
  change collation of customer.name
    ALTER TABLE customer MODIFY (name COLLATE USING_NLS_COMP);
