# downgrade qualified
  rename table billing.bill to billing.invoice
    RENAME TABLE billing.bill TO billing.invoice;
  rename index billing.invoice_by_total to invoice_total
    ALTER TABLE billing.invoice RENAME INDEX invoice_by_total TO invoice_total;
  drop table line [loses data]
    DROP TABLE line;
  drop column billing.invoice.note [loses data]
    ALTER TABLE billing.invoice DROP COLUMN note;
  drop table billing.invoice [loses data]
    DROP TABLE billing.invoice;
  drop schema billing
    DROP SCHEMA billing;
