# downgrade set_schema
  move table archive.purchase to the default schema
    ALTER TABLE archive.purchase SET SCHEMA public;
  drop schema archive
    DROP SCHEMA archive;
