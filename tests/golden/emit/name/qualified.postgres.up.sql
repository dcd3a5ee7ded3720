# upgrade qualified
  create schema billing
    CREATE SCHEMA billing;
  create table billing.invoice
    CREATE TABLE billing.invoice (
      id INTEGER NOT NULL,
      total NUMERIC(10,2),
      CONSTRAINT invoice_pkey PRIMARY KEY (id)
    );
  create index invoice_total on billing.invoice
    CREATE INDEX invoice_total ON billing.invoice (total);
  add column billing.invoice.note
    ALTER TABLE billing.invoice ADD COLUMN note TEXT;
  create table line
    CREATE TABLE line (
      id INTEGER NOT NULL,
      invoice_id INTEGER,
      CONSTRAINT line_pkey PRIMARY KEY (id),
      CONSTRAINT line_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id)
    );
  rename index billing.invoice_total to invoice_by_total
    ALTER INDEX billing.invoice_total RENAME TO invoice_by_total;
  rename table billing.invoice to billing.bill
    ALTER TABLE billing.invoice RENAME TO bill;
