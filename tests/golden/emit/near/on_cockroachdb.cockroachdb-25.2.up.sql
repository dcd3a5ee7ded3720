# upgrade forms
  add unique constraint owner_name_key to owner [outside a transaction]
    ALTER TABLE owner ADD CONSTRAINT owner_name_key UNIQUE (name);
  drop constraint owner_name_key of owner [outside a transaction]
    DROP INDEX owner@owner_name_key CASCADE;
  create unique index owner_name_idx on owner [outside a transaction]
    CREATE UNIQUE INDEX owner_name_idx ON owner (name);
  rename index owner_name_idx to owner_by_name [outside a transaction]
    ALTER INDEX owner@owner_name_idx RENAME TO owner_by_name;
  drop index owner_by_name on owner [outside a transaction]
    DROP INDEX owner@owner_by_name;
  change type of loose.extra to decimal(12,2) [outside a transaction]
    ALTER TABLE loose ALTER COLUMN extra TYPE NUMERIC(12,2) USING extra::NUMERIC(12,2);
  change type of loose.note to text [outside a transaction]
    ALTER TABLE loose ALTER COLUMN note TYPE TEXT;
  fill nulls of loose.extra
    UPDATE loose SET extra = 0 WHERE extra IS NULL;
  set not null on loose.extra [outside a transaction]
    ALTER TABLE loose ALTER COLUMN extra SET NOT NULL;
  rename table loose to tight [outside a transaction]
    ALTER TABLE loose RENAME TO tight;
