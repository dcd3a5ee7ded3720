# upgrade drop_if_exists
  drop constraint purchase_amount_positive of purchase
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PURCHASE' AND constraint_name = 'PURCHASE_AMOUNT_POSITIVE';
      IF found = 1 THEN
        EXECUTE IMMEDIATE q'[ALTER TABLE purchase DROP CONSTRAINT purchase_amount_positive]';
      END IF;
    END;
  drop constraint never_was of purchase
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PURCHASE' AND constraint_name = 'NEVER_WAS';
      IF found = 1 THEN
        EXECUTE IMMEDIATE q'[ALTER TABLE purchase DROP CONSTRAINT never_was]';
      END IF;
    END;
