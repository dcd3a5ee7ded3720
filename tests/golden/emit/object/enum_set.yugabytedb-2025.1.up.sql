# upgrade enum_set
  create enum mood [outside a transaction]
    CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
  create table person [outside a transaction]
    CREATE TABLE person (
      id INTEGER NOT NULL,
      feels mood DEFAULT 'ok' NOT NULL,
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
  make way: defaults and constraints of person [outside a transaction] [loses data]
    ALTER TABLE person ALTER COLUMN feels DROP DEFAULT;
  change values of enum mood [outside a transaction] [loses data]
    ALTER TYPE mood RENAME TO mood__old;
  change values of enum mood [outside a transaction] [loses data]
    CREATE TYPE mood AS ENUM ('happy', 'ok');
  convert columns of person [outside a transaction] [loses data]
    ALTER TABLE person ALTER COLUMN feels TYPE mood USING (CASE feels::TEXT WHEN 'sad' THEN 'ok' ELSE feels::TEXT END)::mood;
  put back defaults and constraints of person [outside a transaction] [loses data]
    ALTER TABLE person ALTER COLUMN feels SET DEFAULT 'ok';
  change values of enum mood [outside a transaction] [loses data]
    DROP TYPE mood__old;
