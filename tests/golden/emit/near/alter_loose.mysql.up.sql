# upgrade alter_loose
  add column loose.stock, add column loose.shelf, change type of loose.price to decimal(12,4), and 3 more [loses data]
    ALTER TABLE loose
      ADD COLUMN stock INT NOT NULL DEFAULT 0,
      ADD COLUMN shelf VARCHAR(10),
      MODIFY COLUMN price DECIMAL(12,4) NOT NULL DEFAULT 1,
      MODIFY COLUMN title VARCHAR(80);
  rename column loose.note to remark
    ALTER TABLE loose RENAME COLUMN note TO remark;
  drop column loose.extra [loses data]
    ALTER TABLE loose DROP COLUMN extra;
