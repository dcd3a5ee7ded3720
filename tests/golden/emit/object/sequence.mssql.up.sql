# upgrade sequence
  create sequence ticket_no
    CREATE SEQUENCE dbo.ticket_no AS BIGINT START WITH 1000 INCREMENT BY 5;
  alter sequence ticket_no
    ALTER SEQUENCE dbo.ticket_no INCREMENT BY 10;
  drop sequence ticket_no
    DROP SEQUENCE dbo.ticket_no;
  create sequence invoice_no
    CREATE SEQUENCE dbo.invoice_no AS BIGINT START WITH 1 INCREMENT BY 1;
