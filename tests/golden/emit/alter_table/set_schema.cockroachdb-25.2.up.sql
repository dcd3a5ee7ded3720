# upgrade set_schema
  create schema archive [outside a transaction]
    CREATE SCHEMA archive;
  move table purchase to schema archive [outside a transaction]
    ALTER TABLE purchase SET SCHEMA archive;
