# upgrade drop_not_null
  drop not null on customer.email
    ALTER TABLE dbo.customer ALTER COLUMN email VARCHAR(320) NULL;
