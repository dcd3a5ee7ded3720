# downgrade timeouts
  drop column customer.a [loses data]
    ALTER TABLE customer DROP COLUMN a;
