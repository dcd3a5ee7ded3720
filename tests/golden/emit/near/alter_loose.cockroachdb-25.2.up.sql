# upgrade alter_loose
  add column loose.stock [outside a transaction]
    ALTER TABLE loose ADD COLUMN stock INT4 DEFAULT 0 NOT NULL;
  add column loose.shelf [outside a transaction]
    ALTER TABLE loose ADD COLUMN shelf VARCHAR(10);
  change type of loose.price to decimal(12,4) [outside a transaction] [loses data]
    ALTER TABLE loose ALTER COLUMN price TYPE NUMERIC(12,4);
  set default of loose.price [outside a transaction]
    ALTER TABLE loose ALTER COLUMN price SET DEFAULT 1;
  set not null on loose.price [outside a transaction]
    ALTER TABLE loose ALTER COLUMN price SET NOT NULL;
  drop not null on loose.title [outside a transaction]
    ALTER TABLE loose ALTER COLUMN title DROP NOT NULL;
  rename column loose.note to remark [outside a transaction]
    ALTER TABLE loose RENAME COLUMN note TO remark;
  drop column loose.extra [outside a transaction] [loses data]
    ALTER TABLE loose DROP COLUMN extra;
