# upgrade add_column_if_not_exists
  add column customer.name
    IF COL_LENGTH(N'dbo.customer', N'name') IS NULL
    ALTER TABLE dbo.customer ADD name VARCHAR(100) NULL;
