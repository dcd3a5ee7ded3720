# upgrade require
  require: accounts without an e-mail; it's wrong
    require SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END from customer where email is null
    else accounts without an e-mail; it's wrong
  add column customer.a
    ALTER TABLE dbo.customer ADD a INT NULL;
