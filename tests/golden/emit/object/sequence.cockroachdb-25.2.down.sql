# downgrade sequence
  drop sequence invoice_no [outside a transaction]
    DROP SEQUENCE invoice_no;
  create sequence ticket_no [outside a transaction]
    CREATE SEQUENCE ticket_no START WITH 1000 INCREMENT BY 10;
  alter sequence ticket_no [outside a transaction]
    ALTER SEQUENCE ticket_no INCREMENT BY 5;
  drop sequence ticket_no [outside a transaction]
    DROP SEQUENCE ticket_no;
