# downgrade require
  drop column customer.a [outside a transaction] [loses data]
    ALTER TABLE customer DROP COLUMN a;
