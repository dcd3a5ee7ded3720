# downgrade drop_not_null
  make way for a change of customer.email
    ALTER TABLE dbo.customer DROP CONSTRAINT customer_email_key;
  set not null on customer.email
    ALTER TABLE dbo.customer ALTER COLUMN email VARCHAR(320) NOT NULL;
  put back what was on customer.email
    ALTER TABLE dbo.customer ADD CONSTRAINT customer_email_key UNIQUE (email);
