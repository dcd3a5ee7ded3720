# downgrade same_columns_as_a_key
  drop index customer_email on customer
    DROP INDEX customer_email ON customer;
