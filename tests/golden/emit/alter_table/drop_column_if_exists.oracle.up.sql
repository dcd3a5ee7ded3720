# upgrade drop_column_if_exists
  drop column purchase.nothing_like_it
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_tab_columns WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'PURCHASE' AND column_name = 'NOTHING_LIKE_IT';
      IF found = 1 THEN
        EXECUTE IMMEDIATE q'[ALTER TABLE purchase DROP COLUMN nothing_like_it]';
      END IF;
    END;
