# downgrade sequence
  drop sequence invoice_no
    DROP SEQUENCE dbo.invoice_no;
  create sequence ticket_no
    CREATE SEQUENCE dbo.ticket_no AS BIGINT START WITH 1000 INCREMENT BY 10;
  alter sequence ticket_no
    ALTER SEQUENCE dbo.ticket_no INCREMENT BY 5;
  drop sequence ticket_no
    DROP SEQUENCE dbo.ticket_no;
