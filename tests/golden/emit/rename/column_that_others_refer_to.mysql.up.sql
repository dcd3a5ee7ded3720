# upgrade column_that_others_refer_to
  rename column customer.id to customer_no
    ALTER TABLE customer RENAME COLUMN id TO customer_no;
