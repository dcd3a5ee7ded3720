# downgrade hostile
  delete rows of Mixed Case
    DELETE FROM "Mixed Case" WHERE "select" = 1;
  remove comment of table Mixed Case
    COMMENT ON TABLE "Mixed Case" IS NULL;
  drop table Mixed Case [loses data]
    DROP TABLE "Mixed Case";
