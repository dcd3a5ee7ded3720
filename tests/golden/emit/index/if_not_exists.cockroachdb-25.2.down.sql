# downgrade if_not_exists
  drop index customer_name on customer [outside a transaction]
    DROP INDEX customer@customer_name;
