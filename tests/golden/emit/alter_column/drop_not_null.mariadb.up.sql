# upgrade drop_not_null
  drop not null on customer.email
    ALTER TABLE customer MODIFY COLUMN email VARCHAR(320);
