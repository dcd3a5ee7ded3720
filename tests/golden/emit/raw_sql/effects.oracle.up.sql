# upgrade effects
  run raw SQL
    ALTER TABLE customer ADD (fax VARCHAR2(30));
  rename column customer.fax to telefax
    ALTER TABLE customer RENAME COLUMN fax TO telefax;
