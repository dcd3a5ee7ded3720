# downgrade drop_default
  set default of customer.level
    ALTER TABLE dbo.customer ADD CONSTRAINT customer_level_default DEFAULT 1 FOR level;
