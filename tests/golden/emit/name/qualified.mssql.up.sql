# upgrade qualified
  create schema billing
    CREATE SCHEMA billing;
  create table billing.invoice
    CREATE TABLE billing.invoice (
      id INT NOT NULL,
      total DECIMAL(10,2) NULL,
      CONSTRAINT invoice_pkey PRIMARY KEY (id)
    );
  create index invoice_total on billing.invoice
    CREATE INDEX invoice_total ON billing.invoice (total);
  add column billing.invoice.note
    ALTER TABLE billing.invoice ADD note NVARCHAR(MAX) NULL;
  create table line
    CREATE TABLE dbo.line (
      id INT NOT NULL,
      invoice_id INT NULL,
      CONSTRAINT line_pkey PRIMARY KEY (id),
      CONSTRAINT line_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id)
    );
  rename index billing.invoice_total to invoice_by_total
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'billing.invoice.invoice_total', @newname = N'invoice_by_total', @objtype = N'INDEX';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename table billing.invoice to billing.bill
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'billing.invoice', @newname = N'bill', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
