# downgrade set_not_null
  drop not null on customer.name
    ALTER TABLE dbo.customer ALTER COLUMN name VARCHAR(100) NULL;
