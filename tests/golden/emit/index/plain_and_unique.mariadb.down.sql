# downgrade plain_and_unique
  drop index purchase_customer_id_idx on purchase
    ALTER TABLE purchase DROP INDEX purchase_customer_id_idx, ADD INDEX purchase_customer_id_fkey (customer_id);
  drop index customer_level_name on customer
    DROP INDEX customer_level_name ON customer;
  drop index customer_name on customer
    DROP INDEX customer_name ON customer;
