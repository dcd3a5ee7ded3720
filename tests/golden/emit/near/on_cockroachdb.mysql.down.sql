# downgrade forms
  rename table tight to loose
    RENAME TABLE tight TO loose;
  drop not null on loose.extra
    ALTER TABLE loose MODIFY COLUMN extra DECIMAL(12,2);
  change type of loose.note to varchar(200), change type of loose.extra to integer [loses data]
    ALTER TABLE loose
      MODIFY COLUMN note VARCHAR(200),
      MODIFY COLUMN extra INT;
  create unique index owner_by_name on owner
    CREATE UNIQUE INDEX owner_by_name ON owner (name) ALGORITHM=INPLACE LOCK=NONE;
  rename index owner_by_name to owner_name_idx
    ALTER TABLE owner RENAME INDEX owner_by_name TO owner_name_idx;
  drop index owner_name_idx on owner
    ALTER TABLE owner DROP INDEX owner_name_idx, ALGORITHM=INPLACE, LOCK=NONE;
  add unique constraint owner_name_key to owner
    ALTER TABLE owner ADD CONSTRAINT owner_name_key UNIQUE (name);
  drop constraint owner_name_key of owner
    ALTER TABLE owner DROP INDEX owner_name_key;
