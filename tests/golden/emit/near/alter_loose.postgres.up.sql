# upgrade alter_loose
  add column loose.stock, add column loose.shelf, change type of loose.price to decimal(12,4), and 1 more [loses data]
    ALTER TABLE loose
      ADD COLUMN stock INTEGER DEFAULT 0 NOT NULL,
      ADD COLUMN shelf VARCHAR(10),
      ALTER COLUMN price TYPE NUMERIC(12,4),
      ALTER COLUMN price SET DEFAULT 1;
  set not null on loose.price, drop not null on loose.title
    ALTER TABLE loose
      ALTER COLUMN price SET NOT NULL,
      ALTER COLUMN title DROP NOT NULL;
  rename column loose.note to remark
    ALTER TABLE loose RENAME COLUMN note TO remark;
  drop column loose.extra [loses data]
    ALTER TABLE loose DROP COLUMN extra;
