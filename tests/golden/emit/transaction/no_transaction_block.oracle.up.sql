# upgrade no_transaction_block
  add column customer.a
    ALTER TABLE customer ADD (a NUMBER(10));
  run raw SQL
    BEGIN DBMS_STATS.GATHER_TABLE_STATS(USER, 'CUSTOMER'); END;
  add column customer.b
    ALTER TABLE customer ADD (b NUMBER(10));
