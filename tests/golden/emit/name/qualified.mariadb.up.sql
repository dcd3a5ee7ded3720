# upgrade qualified
  create schema billing
    CREATE SCHEMA billing;
  create table billing.invoice
    CREATE TABLE billing.invoice (
      id INT NOT NULL,
      total DECIMAL(10,2),
      PRIMARY KEY (id),
      INDEX invoice_total (total)
    );
  add column billing.invoice.note
    ALTER TABLE billing.invoice ADD COLUMN note TEXT;
  create table line
    CREATE TABLE line (
      id INT NOT NULL,
      invoice_id INT,
      PRIMARY KEY (id),
      CONSTRAINT line_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id),
      INDEX line_invoice_id_fkey (invoice_id)
    );
  rename index billing.invoice_total to invoice_by_total
    ALTER TABLE billing.invoice RENAME INDEX invoice_total TO invoice_by_total;
  rename table billing.invoice to billing.bill
    RENAME TABLE billing.invoice TO billing.bill;
