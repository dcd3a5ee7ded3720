# upgrade cases_and_words
  create table plain
    CREATE TABLE plain (
      "level" NUMBER(10),
      "Mixed" NUMBER(10),
      "_led" NUMBER(10),
      "UPPER" NUMBER(10),
      "date" DATE,
      text CLOB
    );
  set not null on plain.level, set default of plain.Mixed
    ALTER TABLE plain MODIFY (
      "level" NOT NULL,
      "Mixed" DEFAULT 1
    );
  create index Upper index on plain
    CREATE INDEX "Upper index" ON plain ("level", "Mixed");
