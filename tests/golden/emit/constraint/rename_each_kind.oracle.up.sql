# upgrade rename_each_kind
  rename constraint customer_pkey of customer to customer_pk
    ALTER TABLE customer RENAME CONSTRAINT customer_pkey TO customer_pk;
  rename index customer_pkey to customer_pk
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'CUSTOMER_PKEY';
      IF found = 1 THEN
        EXECUTE IMMEDIATE q'[ALTER INDEX customer_pkey RENAME TO customer_pk]';
      END IF;
    END;
  rename constraint customer_email_key of customer to one_email
    ALTER TABLE customer RENAME CONSTRAINT customer_email_key TO one_email;
  rename index customer_email_key to one_email
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'CUSTOMER_EMAIL_KEY';
      IF found = 1 THEN
        EXECUTE IMMEDIATE q'[ALTER INDEX customer_email_key RENAME TO one_email]';
      END IF;
    END;
  rename constraint purchase_customer_id_fkey of purchase to of_customer
    ALTER TABLE purchase RENAME CONSTRAINT purchase_customer_id_fkey TO of_customer;
