# upgrade drop_not_null
  drop not null on customer.email
    ALTER TABLE customer ALTER COLUMN email DROP NOT NULL;
