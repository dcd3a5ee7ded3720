# downgrade alter_loose
  add column loose.extra [outside a transaction]
    ALTER TABLE loose ADD COLUMN extra INT4;
  rename column loose.remark to note [outside a transaction]
    ALTER TABLE loose RENAME COLUMN remark TO note;
  set not null on loose.title [outside a transaction]
    ALTER TABLE loose ALTER COLUMN title SET NOT NULL;
  drop not null on loose.price [outside a transaction]
    ALTER TABLE loose ALTER COLUMN price DROP NOT NULL;
  drop default of loose.price [outside a transaction]
    ALTER TABLE loose ALTER COLUMN price DROP DEFAULT;
  change type of loose.price to decimal(10,2) [outside a transaction] [loses data]
    ALTER TABLE loose ALTER COLUMN price TYPE NUMERIC(10,2);
  drop column loose.shelf [outside a transaction] [loses data]
    ALTER TABLE loose DROP COLUMN shelf;
  drop column loose.stock [outside a transaction] [loses data]
    ALTER TABLE loose DROP COLUMN stock;
