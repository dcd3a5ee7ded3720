# upgrade if_not_exists
  create index customer_name on customer
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'CUSTOMER_NAME';
      IF found = 0 THEN
        EXECUTE IMMEDIATE q'[CREATE INDEX customer_name ON customer (name)]';
      END IF;
    END;
  drop index never_was on customer
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'NEVER_WAS';
      IF found = 1 THEN
        EXECUTE IMMEDIATE q'[DROP INDEX never_was]';
      END IF;
    END;
