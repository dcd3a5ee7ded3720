# downgrade rename_and_retype
  change type of job.finished to boolean
    ALTER TABLE job ALTER COLUMN finished TYPE BOOLEAN USING finished <> 0;
  set default of job.finished
    ALTER TABLE job ALTER COLUMN finished SET DEFAULT FALSE;
  rename column job.finished to done
    ALTER TABLE job RENAME COLUMN finished TO done;
  rename table job to task
    ALTER TABLE job RENAME TO task;
  drop table task [loses data]
    DROP TABLE task;
