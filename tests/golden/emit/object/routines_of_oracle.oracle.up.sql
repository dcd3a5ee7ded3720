# upgrade routines_of_oracle
  create table account
    CREATE TABLE account (
      id NUMBER(10) NOT NULL,
      seen TIMESTAMP,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define function twice
    CREATE OR REPLACE FUNCTION twice(a IN NUMBER) RETURN NUMBER IS
      b NUMBER;
    BEGIN
      IF a IS NULL THEN
        RETURN 0;
      END IF;
      b := a * 2; -- it's twice
      RETURN b;
    END twice;
  define procedure forget
    CREATE OR REPLACE PROCEDURE forget IS BEGIN DELETE FROM account; END;
  define trigger touch on account
    CREATE OR REPLACE TRIGGER touch BEFORE UPDATE ON account FOR EACH ROW
    BEGIN
      :NEW.seen := SYSTIMESTAMP;
    END;
  run raw SQL
    DECLARE
      n NUMBER;
    BEGIN
      SELECT COUNT(*) INTO n FROM account;
    END;
  run raw SQL
    UPDATE account SET seen = NULL WHERE seen IS NULL;
