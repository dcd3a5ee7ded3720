# upgrade add_column_if_not_exists
  add column customer.name
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'CUSTOMER' AND column_name = 'NAME';
      IF found = 0 THEN
        EXECUTE IMMEDIATE q'[ALTER TABLE customer ADD (name VARCHAR2(100 CHAR))]';
      END IF;
    END;
