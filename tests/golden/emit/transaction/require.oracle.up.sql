# upgrade require
  require: accounts without an e-mail; it's wrong
    require select CASE WHEN count(*) = 0 THEN 1 ELSE 0 END from customer where email is null
    else accounts without an e-mail; it's wrong
  add column customer.a
    ALTER TABLE customer ADD (a NUMBER(10));
