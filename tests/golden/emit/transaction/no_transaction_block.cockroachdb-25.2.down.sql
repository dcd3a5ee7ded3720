# downgrade no_transaction_block
  drop column customer.b [outside a transaction] [loses data]
    ALTER TABLE customer DROP COLUMN b;
  drop column customer.a [outside a transaction] [loses data]
    ALTER TABLE customer DROP COLUMN a;
