# downgrade cases_and_words
  drop index Upper index on plain
    DROP INDEX `Upper index` ON plain;
  drop default of plain.Mixed, drop not null on plain.level
    ALTER TABLE plain
      ALTER COLUMN Mixed DROP DEFAULT,
      MODIFY COLUMN level INT;
  drop table plain [loses data]
    DROP TABLE plain;
