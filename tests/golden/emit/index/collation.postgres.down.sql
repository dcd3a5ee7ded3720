# downgrade collation
  drop index customer_name_c on customer
    DROP INDEX customer_name_c;
