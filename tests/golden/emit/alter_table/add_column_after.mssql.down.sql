# downgrade add_column_after
  drop column customer.title [loses data]
    ALTER TABLE dbo.customer DROP COLUMN title;
  drop column customer.first_name [loses data]
    ALTER TABLE dbo.customer DROP COLUMN first_name;
