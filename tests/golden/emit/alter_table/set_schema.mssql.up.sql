# upgrade set_schema
  create schema archive
    CREATE SCHEMA archive;
  move table purchase to schema archive
    ALTER SCHEMA archive TRANSFER OBJECT::dbo.purchase;
