# downgrade plain_and_unique
  drop index purchase_customer_id_idx on purchase
    DROP INDEX purchase_customer_id_idx;
  drop index customer_level_name on customer
    DROP INDEX customer_level_name;
  drop index customer_name on customer
    DROP INDEX customer_name;
