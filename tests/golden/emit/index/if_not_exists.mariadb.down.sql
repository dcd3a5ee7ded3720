# downgrade if_not_exists
  drop index customer_name on customer
    DROP INDEX customer_name ON customer;
