# upgrade trigger
  create table account [outside a transaction]
    CREATE TABLE account (
      id INT4 NOT NULL,
      seen INT4 DEFAULT 0 NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  define function touched [outside a transaction]
    CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN NEW.seen := NEW.seen + 1; RETURN NEW; END; $body$;
  define trigger touch on account [outside a transaction]
    CREATE TRIGGER touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touched();
  change type of account.seen to bigint [outside a transaction]
    ALTER TABLE account ALTER COLUMN seen TYPE INT8;
  drop trigger touch on account [outside a transaction]
    DROP TRIGGER touch ON account;
