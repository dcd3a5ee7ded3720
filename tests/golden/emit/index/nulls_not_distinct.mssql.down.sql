# downgrade nulls_not_distinct
  drop index customer_name_once on customer
    DROP INDEX customer_name_once ON dbo.customer;
