# downgrade effects
  rename column customer.telefax to fax
    ALTER TABLE customer RENAME COLUMN telefax TO fax;
  drop column customer.fax [loses data]
    ALTER TABLE customer DROP COLUMN fax;
