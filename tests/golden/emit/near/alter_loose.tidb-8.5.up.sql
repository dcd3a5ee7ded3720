# upgrade alter_loose
  add column loose.stock
    ALTER TABLE loose ADD COLUMN stock INT NOT NULL DEFAULT 0;
  add column loose.shelf
    ALTER TABLE loose ADD COLUMN shelf VARCHAR(10);
  change type of loose.price to decimal(12,4) [loses data]
    ALTER TABLE loose MODIFY COLUMN price DECIMAL(12,4);
  set default of loose.price
    ALTER TABLE loose ALTER COLUMN price SET DEFAULT 1;
  set not null on loose.price
    ALTER TABLE loose MODIFY COLUMN price DECIMAL(12,4) NOT NULL DEFAULT 1;
  drop not null on loose.title
    ALTER TABLE loose MODIFY COLUMN title VARCHAR(80);
  rename column loose.note to remark
    ALTER TABLE loose RENAME COLUMN note TO remark;
  drop column loose.extra [loses data]
    ALTER TABLE loose DROP COLUMN extra;
