# downgrade rename_each_kind
  rename constraint of_customer of purchase to purchase_customer_id_fkey
    ALTER TABLE purchase RENAME CONSTRAINT of_customer TO purchase_customer_id_fkey;
  rename constraint one_email of customer to customer_email_key
    ALTER TABLE customer RENAME CONSTRAINT one_email TO customer_email_key;
  rename index one_email to customer_email_key
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'ONE_EMAIL';
      IF found = 1 THEN
        EXECUTE IMMEDIATE q'[ALTER INDEX one_email RENAME TO customer_email_key]';
      END IF;
    END;
  rename constraint customer_pk of customer to customer_pkey
    ALTER TABLE customer RENAME CONSTRAINT customer_pk TO customer_pkey;
  rename index customer_pk to customer_pkey
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'CUSTOMER_PK';
      IF found = 1 THEN
        EXECUTE IMMEDIATE q'[ALTER INDEX customer_pk RENAME TO customer_pkey]';
      END IF;
    END;
