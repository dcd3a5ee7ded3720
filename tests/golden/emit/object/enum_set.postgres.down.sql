# downgrade enum_set
  make way: defaults and constraints of person
    ALTER TABLE person ALTER COLUMN feels DROP DEFAULT;
  change values of enum mood
    ALTER TYPE mood RENAME TO mood__old;
  change values of enum mood
    CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
  convert columns of person
    ALTER TABLE person ALTER COLUMN feels TYPE mood USING feels::TEXT::mood;
  put back defaults and constraints of person
    ALTER TABLE person ALTER COLUMN feels SET DEFAULT 'ok';
  change values of enum mood
    DROP TYPE mood__old;
  drop table person [loses data]
    DROP TABLE person;
  drop enum mood
    DROP TYPE mood;
