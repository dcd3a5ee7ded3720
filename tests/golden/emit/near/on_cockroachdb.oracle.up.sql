# upgrade forms
  add unique constraint owner_name_key to owner
    ALTER TABLE owner ADD CONSTRAINT owner_name_key UNIQUE (name);
  drop constraint owner_name_key of owner
    ALTER TABLE owner DROP CONSTRAINT owner_name_key;
  create unique index owner_name_idx on owner
    CREATE UNIQUE INDEX owner_name_idx ON owner (name) ONLINE;
  rename index owner_name_idx to owner_by_name
    ALTER INDEX owner_name_idx RENAME TO owner_by_name;
  drop index owner_by_name on owner
    DROP INDEX owner_by_name ONLINE;
  change type of loose.extra to decimal(12,2)
    ALTER TABLE loose MODIFY (extra NUMBER(12,2));
  change type of loose.note to text: a column for the new values
    ALTER TABLE loose ADD (migc_note CLOB);
  change type of loose.note to text: convert the values
    UPDATE loose SET migc_note = TO_CLOB(note), note = NULL;
  change type of loose.note to text: nobody has written to it meanwhile
    require SELECT CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END FROM loose WHERE note IS NOT NULL
    else column loose.note was written to while its type was changed
  change type of loose.note to text: drop the former column
    ALTER TABLE loose DROP COLUMN note;
  change type of loose.note to text: the name
    ALTER TABLE loose RENAME COLUMN migc_note TO note;
  fill nulls of loose.extra
    UPDATE loose SET extra = 0 WHERE extra IS NULL;
  set not null on loose.extra
    ALTER TABLE loose MODIFY (extra NOT NULL);
  rename table loose to tight
    ALTER TABLE loose RENAME TO tight;
