# upgrade schema_and_extension
  create schema audit [outside a transaction]
    CREATE SCHEMA audit;
  create extension citext [outside a transaction]
    CREATE EXTENSION citext;
  drop extension citext [outside a transaction]
    DROP EXTENSION citext;
  drop schema audit [outside a transaction]
    DROP SCHEMA audit;
