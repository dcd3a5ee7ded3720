# upgrade no_transaction_block
  add column customer.a
    ALTER TABLE dbo.customer ADD a INT NULL;
  run raw SQL [outside a transaction]
    UPDATE STATISTICS dbo.customer;
  add column customer.b
    ALTER TABLE dbo.customer ADD b INT NULL;
