# downgrade no_transaction_block
  drop column customer.b [loses data]
    ALTER TABLE customer DROP COLUMN b;
  drop column customer.a [loses data]
    ALTER TABLE customer DROP COLUMN a;
