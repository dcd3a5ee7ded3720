# upgrade routine_bodies
  create table account
    CREATE TABLE account (
      id INT NOT NULL,
      seen INT NOT NULL DEFAULT 0,
      PRIMARY KEY (id)
    );
  define function tax
    CREATE FUNCTION tax(net INT) RETURNS INT DETERMINISTIC
    BEGIN
      DECLARE rate INT DEFAULT 19;
      IF net < 0 THEN SET rate = 0; END IF;
      RETURN CASE WHEN rate = 0 THEN 0 ELSE net * rate / 100 END;
    END;
  define procedure tidy
    CREATE PROCEDURE tidy() BEGIN DELETE FROM account WHERE id < 0; -- it's; // gone
    END;
  define trigger touch on account
    CREATE TRIGGER touch BEFORE UPDATE ON account FOR EACH ROW SET NEW.seen = OLD.seen + 1;
  define trigger touch on account
    DROP TRIGGER touch;
  define trigger touch on account
    CREATE TRIGGER touch BEFORE UPDATE ON account FOR EACH ROW BEGIN SET NEW.seen = OLD.seen + 2; END;
  drop procedure tidy
    DROP PROCEDURE tidy;
