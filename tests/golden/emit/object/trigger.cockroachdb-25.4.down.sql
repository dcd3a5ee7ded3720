# downgrade trigger
  define trigger touch on account [outside a transaction]
    CREATE TRIGGER touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touched();
  change type of account.seen to integer [outside a transaction] [loses data]
    ALTER TABLE account ALTER COLUMN seen TYPE INT4;
  drop trigger touch on account [outside a transaction]
    DROP TRIGGER touch ON account;
  drop function touched [outside a transaction]
    DROP FUNCTION touched();
  drop table account [outside a transaction] [loses data]
    DROP TABLE account;
