# downgrade enum_set
  make way: defaults and constraints of person [outside a transaction]
    ALTER TABLE person ALTER COLUMN feels DROP DEFAULT;
  change values of enum mood [outside a transaction]
    ALTER TYPE mood RENAME TO mood__old;
  change values of enum mood [outside a transaction]
    CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
  convert columns of person [outside a transaction]
    ALTER TABLE person ALTER COLUMN feels TYPE mood USING feels::TEXT::mood;
  put back defaults and constraints of person [outside a transaction]
    ALTER TABLE person ALTER COLUMN feels SET DEFAULT 'ok';
  change values of enum mood [outside a transaction]
    DROP TYPE mood__old;
  drop table person [outside a transaction] [loses data]
    DROP TABLE person;
  drop enum mood [outside a transaction]
    DROP TYPE mood;
