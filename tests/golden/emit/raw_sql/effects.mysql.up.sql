# upgrade effects
  run raw SQL
    ALTER TABLE customer ADD COLUMN fax varchar(30);
  rename column customer.fax to telefax
    ALTER TABLE customer RENAME COLUMN fax TO telefax;
