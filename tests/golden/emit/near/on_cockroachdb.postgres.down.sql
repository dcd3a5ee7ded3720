# downgrade forms
  rename table tight to loose
    ALTER TABLE tight RENAME TO loose;
  drop not null on loose.extra
    ALTER TABLE loose ALTER COLUMN extra DROP NOT NULL;
  change type of loose.note to varchar(200), change type of loose.extra to integer [loses data]
    ALTER TABLE loose
      ALTER COLUMN note TYPE VARCHAR(200),
      ALTER COLUMN extra TYPE INTEGER;
  create unique index owner_by_name on owner [outside a transaction]
    CREATE UNIQUE INDEX CONCURRENTLY owner_by_name ON owner (name);
  rename index owner_by_name to owner_name_idx
    ALTER INDEX owner_by_name RENAME TO owner_name_idx;
  drop index owner_name_idx on owner [outside a transaction]
    DROP INDEX CONCURRENTLY owner_name_idx;
  add unique constraint owner_name_key to owner
    ALTER TABLE owner ADD CONSTRAINT owner_name_key UNIQUE (name);
  drop constraint owner_name_key of owner
    ALTER TABLE owner DROP CONSTRAINT owner_name_key;
