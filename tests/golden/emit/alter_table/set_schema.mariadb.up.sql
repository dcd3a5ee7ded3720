# upgrade set_schema
  create schema archive
    CREATE SCHEMA archive;
  move table purchase to schema archive
    RENAME TABLE purchase TO archive.purchase;
