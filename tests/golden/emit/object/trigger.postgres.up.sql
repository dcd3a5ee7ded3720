# upgrade trigger
  create table account
    CREATE TABLE account (
      id INTEGER NOT NULL,
      seen INTEGER DEFAULT 0 NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define function touched
    CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN NEW.seen := NEW.seen + 1; RETURN NEW; END; $body$;
  define trigger touch on account
    CREATE TRIGGER touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touched();
  change type of account.seen to bigint
    ALTER TABLE account ALTER COLUMN seen TYPE BIGINT;
  drop trigger touch on account
    DROP TRIGGER touch ON account;
