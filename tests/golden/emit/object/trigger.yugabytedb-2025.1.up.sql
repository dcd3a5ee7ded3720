# upgrade trigger
  create table account [outside a transaction]
    CREATE TABLE account (
      id INTEGER NOT NULL,
      seen INTEGER DEFAULT 0 NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define function touched [outside a transaction]
    CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN NEW.seen := NEW.seen + 1; RETURN NEW; END; $body$;
  define trigger touch on account [outside a transaction]
    CREATE TRIGGER touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touched();
  change type of account.seen to bigint: YugabyteDB writes the table anew; what others write to it meanwhile may be lost
  change type of account.seen to bigint [outside a transaction]
    ALTER TABLE account ALTER COLUMN seen TYPE BIGINT;
  drop trigger touch on account [outside a transaction]
    DROP TRIGGER touch ON account;
