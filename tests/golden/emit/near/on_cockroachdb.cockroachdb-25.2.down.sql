# downgrade forms
  rename table tight to loose [outside a transaction]
    ALTER TABLE tight RENAME TO loose;
  drop not null on loose.extra [outside a transaction]
    ALTER TABLE loose ALTER COLUMN extra DROP NOT NULL;
  change type of loose.note to varchar(200) [outside a transaction] [loses data]
    ALTER TABLE loose ALTER COLUMN note TYPE VARCHAR(200);
  change type of loose.extra to integer [outside a transaction] [loses data]
    ALTER TABLE loose ALTER COLUMN extra TYPE INT4 USING extra::INT4;
  create unique index owner_by_name on owner [outside a transaction]
    CREATE UNIQUE INDEX owner_by_name ON owner (name);
  rename index owner_by_name to owner_name_idx [outside a transaction]
    ALTER INDEX owner@owner_by_name RENAME TO owner_name_idx;
  drop index owner_name_idx on owner [outside a transaction]
    DROP INDEX owner@owner_name_idx;
  add unique constraint owner_name_key to owner [outside a transaction]
    ALTER TABLE owner ADD CONSTRAINT owner_name_key UNIQUE (name);
  drop constraint owner_name_key of owner [outside a transaction]
    DROP INDEX owner@owner_name_key CASCADE;
