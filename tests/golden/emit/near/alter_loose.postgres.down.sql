# downgrade alter_loose
  add column loose.extra
    ALTER TABLE loose ADD COLUMN extra INTEGER;
  rename column loose.remark to note
    ALTER TABLE loose RENAME COLUMN remark TO note;
  set not null on loose.title, drop not null on loose.price, drop default of loose.price, and 3 more [loses data]
    ALTER TABLE loose
      ALTER COLUMN title SET NOT NULL,
      ALTER COLUMN price DROP NOT NULL,
      ALTER COLUMN price DROP DEFAULT,
      ALTER COLUMN price TYPE NUMERIC(10,2),
      DROP COLUMN shelf,
      DROP COLUMN stock;
