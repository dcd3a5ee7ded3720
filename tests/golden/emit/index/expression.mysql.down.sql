# downgrade expression
  drop index customer_lower on customer
    DROP INDEX customer_lower ON customer;
