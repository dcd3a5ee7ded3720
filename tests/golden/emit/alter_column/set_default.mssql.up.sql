# upgrade set_default
  set default of customer.name
    ALTER TABLE dbo.customer ADD CONSTRAINT customer_name_default DEFAULT N'nobody' FOR name;
