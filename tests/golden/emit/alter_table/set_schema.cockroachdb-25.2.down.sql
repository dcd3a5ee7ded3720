# downgrade set_schema
  move table archive.purchase to the default schema [outside a transaction]
    ALTER TABLE archive.purchase SET SCHEMA public;
  drop schema archive [outside a transaction]
    DROP SCHEMA archive;
