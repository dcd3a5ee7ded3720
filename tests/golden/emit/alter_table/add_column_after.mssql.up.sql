# upgrade add_column_after
  add column customer.first_name, add column customer.title
    ALTER TABLE dbo.customer ADD
      first_name VARCHAR(50) NULL,
      title VARCHAR(10) NULL;
