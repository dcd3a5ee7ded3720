# downgrade qualified
  rename table billing.bill to billing.invoice
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'billing.bill', @newname = N'invoice', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename index billing.invoice_by_total to invoice_total
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'billing.invoice.invoice_by_total', @newname = N'invoice_total', @objtype = N'INDEX';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  drop table line [loses data]
    DROP TABLE dbo.line;
  drop column billing.invoice.note [loses data]
    ALTER TABLE billing.invoice DROP COLUMN note;
  drop table billing.invoice [loses data]
    DROP TABLE billing.invoice;
  drop schema billing
    DROP SCHEMA billing;
