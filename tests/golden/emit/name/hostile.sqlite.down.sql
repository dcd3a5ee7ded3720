# downgrade hostile [foreign keys off]
  delete rows of Mixed Case
    DELETE FROM "Mixed Case" WHERE "select" = 1;
  remove comment of table Mixed Case (SQLite keeps no comments)
  drop table Mixed Case [loses data]
    DROP TABLE "Mixed Case";
