# downgrade routine_bodies
  define procedure tidy
    CREATE PROCEDURE tidy() BEGIN DELETE FROM account WHERE id < 0; -- it's; // gone
    END;
  define trigger touch on account
    DROP TRIGGER touch;
  define trigger touch on account
    CREATE TRIGGER touch BEFORE UPDATE ON account FOR EACH ROW SET NEW.seen = OLD.seen + 1;
  drop trigger touch on account
    DROP TRIGGER touch;
  drop procedure tidy
    DROP PROCEDURE tidy;
  drop function tax
    DROP FUNCTION tax;
  drop table account [loses data]
    DROP TABLE account;
