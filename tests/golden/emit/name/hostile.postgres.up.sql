# upgrade hostile
  create table Mixed Case
    CREATE TABLE "Mixed Case" (
      "select" INTEGER NOT NULL,
      "a ""quoted"" name" TEXT DEFAULT 'it''s',
      "semi;colon -- dash" TEXT DEFAULT 'back\slash',
      "tab	and 🦀" TEXT DEFAULT 'a
    second line',
      "$$ dollar" TEXT DEFAULT '$$ :name ${x}',
      CONSTRAINT "Mixed Case_pkey" PRIMARY KEY ("select")
    );
  comment on table Mixed Case
    COMMENT ON TABLE "Mixed Case" IS 'it''s a ; "comment" -- here';
  insert 1 row into Mixed Case
    INSERT INTO "Mixed Case" ("select", "semi;colon -- dash") VALUES (1, '; drop table x; --');
