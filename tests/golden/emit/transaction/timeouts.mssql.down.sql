# downgrade timeouts
  drop column customer.a [loses data]
    ALTER TABLE dbo.customer DROP COLUMN a;
