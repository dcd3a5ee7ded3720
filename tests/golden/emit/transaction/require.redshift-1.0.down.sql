# downgrade require
  drop column customer.a [loses data]
    ALTER TABLE customer DROP COLUMN a;
