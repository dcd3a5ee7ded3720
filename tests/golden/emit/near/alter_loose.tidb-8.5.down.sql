# downgrade alter_loose
  add column loose.extra
    ALTER TABLE loose ADD COLUMN extra INT AFTER remark;
  rename column loose.remark to note
    ALTER TABLE loose RENAME COLUMN remark TO note;
  set not null on loose.title
    ALTER TABLE loose MODIFY COLUMN title VARCHAR(80) NOT NULL;
  drop not null on loose.price
    ALTER TABLE loose MODIFY COLUMN price DECIMAL(12,4) DEFAULT 1;
  drop default of loose.price
    ALTER TABLE loose ALTER COLUMN price DROP DEFAULT;
  change type of loose.price to decimal(10,2) [loses data]
    ALTER TABLE loose MODIFY COLUMN price DECIMAL(10,2);
  drop column loose.shelf [loses data]
    ALTER TABLE loose DROP COLUMN shelf;
  drop column loose.stock [loses data]
    ALTER TABLE loose DROP COLUMN stock;
