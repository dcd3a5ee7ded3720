# downgrade forms
  rename table tight to loose
    ALTER TABLE tight RENAME TO loose;
  drop not null on loose.extra
    ALTER TABLE loose MODIFY (extra NULL);
  change type of loose.note to varchar(200): a column for the new values
    ALTER TABLE loose ADD (migc_note VARCHAR2(200 CHAR));
  change type of loose.note to varchar(200): convert the values
    UPDATE loose SET migc_note = TO_CHAR(note), note = NULL;
  change type of loose.note to varchar(200): nobody has written to it meanwhile
    require SELECT CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END FROM loose WHERE note IS NOT NULL
    else column loose.note was written to while its type was changed
  change type of loose.note to varchar(200): drop the former column
    ALTER TABLE loose DROP COLUMN note;
  change type of loose.note to varchar(200): the name
    ALTER TABLE loose RENAME COLUMN migc_note TO note;
  change type of loose.extra to integer: a column for the new values
    ALTER TABLE loose ADD (migc_extra NUMBER(10));
  change type of loose.extra to integer: convert the values
    UPDATE loose SET migc_extra = extra, extra = NULL;
  change type of loose.extra to integer: the type [loses data]
    ALTER TABLE loose MODIFY (extra NUMBER(10));
  change type of loose.extra to integer: the new values
    UPDATE loose SET extra = migc_extra WHERE extra IS NULL;
  change type of loose.extra to integer: drop the column beside it
    ALTER TABLE loose DROP COLUMN migc_extra;
  create unique index owner_by_name on owner
    CREATE UNIQUE INDEX owner_by_name ON owner (name) ONLINE;
  rename index owner_by_name to owner_name_idx
    ALTER INDEX owner_by_name RENAME TO owner_name_idx;
  drop index owner_name_idx on owner
    DROP INDEX owner_name_idx ONLINE;
  add unique constraint owner_name_key to owner
    ALTER TABLE owner ADD CONSTRAINT owner_name_key UNIQUE (name);
  drop constraint owner_name_key of owner
    ALTER TABLE owner DROP CONSTRAINT owner_name_key;
