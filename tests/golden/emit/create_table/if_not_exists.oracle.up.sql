# upgrade if_not_exists
  create table account
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'ACCOUNT';
      IF found = 0 THEN
        EXECUTE IMMEDIATE q'[CREATE TABLE account (
      id NUMBER(10) NOT NULL,
      name CLOB,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    )]';
      END IF;
    END;
