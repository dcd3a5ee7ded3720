# downgrade cases_and_words
  drop index Upper index on plain
    DROP INDEX "Upper index";
  drop default of plain.Mixed, drop not null on plain.level
    ALTER TABLE plain MODIFY (
      "Mixed" DEFAULT NULL,
      "level" NULL
    );
  drop table plain [loses data]
    DROP TABLE plain;
