# upgrade add_column_with_expression_default
  add column customer.seen_at
    ALTER TABLE dbo.customer ADD seen_at DATETIME2 NOT NULL CONSTRAINT customer_seen_at_default DEFAULT SYSDATETIME();
