# downgrade column_that_others_refer_to
  rename column customer.customer_no to id
    ALTER TABLE customer RENAME COLUMN customer_no TO id;
