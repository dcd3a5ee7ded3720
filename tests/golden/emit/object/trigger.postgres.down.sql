# downgrade trigger
  define trigger touch on account
    CREATE TRIGGER touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touched();
  change type of account.seen to integer [loses data]
    ALTER TABLE account ALTER COLUMN seen TYPE INTEGER;
  drop trigger touch on account
    DROP TRIGGER touch ON account;
  drop function touched
    DROP FUNCTION touched();
  drop table account [loses data]
    DROP TABLE account;
