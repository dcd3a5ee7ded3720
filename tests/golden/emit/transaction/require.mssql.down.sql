# downgrade require
  drop column customer.a [loses data]
    ALTER TABLE dbo.customer DROP COLUMN a;
