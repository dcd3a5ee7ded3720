# downgrade set_schema
  move table archive.purchase to the default schema
    ALTER SCHEMA dbo TRANSFER OBJECT::archive.purchase;
  drop schema archive
    DROP SCHEMA archive;
