# downgrade sequence
  drop sequence invoice_no
    DROP SEQUENCE invoice_no;
  create sequence ticket_no
    CREATE SEQUENCE ticket_no START WITH 1000 INCREMENT BY 10;
  alter sequence ticket_no
    ALTER SEQUENCE ticket_no INCREMENT BY 5;
  drop sequence ticket_no
    DROP SEQUENCE ticket_no;
