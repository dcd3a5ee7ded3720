# upgrade require
  require: accounts without an e-mail; it's wrong
    require select count(*) = 0 from customer where email is null
    else accounts without an e-mail; it's wrong
  add column customer.a [outside a transaction]
    ALTER TABLE customer ADD COLUMN a INT4;
