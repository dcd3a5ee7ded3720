# downgrade plain_and_unique
  drop index purchase_customer_id_idx on purchase
    DROP INDEX purchase_customer_id_idx ON dbo.purchase;
  drop index customer_level_name on customer
    DROP INDEX customer_level_name ON dbo.customer;
  drop index customer_name on customer
    DROP INDEX customer_name ON dbo.customer;
