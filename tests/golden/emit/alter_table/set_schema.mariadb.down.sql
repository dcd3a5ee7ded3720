# downgrade set_schema
  move table archive.purchase to the default schema
    RENAME TABLE archive.purchase TO purchase;
  drop schema archive
    DROP SCHEMA archive;
