# upgrade forms
  add unique constraint owner_name_key to owner
    ALTER TABLE owner ADD CONSTRAINT owner_name_key UNIQUE (name);
  drop constraint owner_name_key of owner
    ALTER TABLE owner DROP INDEX owner_name_key;
  create unique index owner_name_idx on owner
    CREATE UNIQUE INDEX owner_name_idx ON owner (name) ALGORITHM=INPLACE LOCK=NONE;
  rename index owner_name_idx to owner_by_name
    ALTER TABLE owner RENAME INDEX owner_name_idx TO owner_by_name;
  drop index owner_by_name on owner
    ALTER TABLE owner DROP INDEX owner_by_name, ALGORITHM=INPLACE, LOCK=NONE;
  change type of loose.extra to decimal(12,2), change type of loose.note to text
    ALTER TABLE loose
      MODIFY COLUMN extra DECIMAL(12,2),
      MODIFY COLUMN note TEXT;
  fill nulls of loose.extra
    UPDATE loose SET extra = 0 WHERE extra IS NULL;
  set not null on loose.extra
    ALTER TABLE loose MODIFY COLUMN extra DECIMAL(12,2) NOT NULL;
  rename table loose to tight
    RENAME TABLE loose TO tight;
