# downgrade rename_and_retype
  change type of job.finished to boolean
    ALTER TABLE job MODIFY COLUMN finished BOOLEAN NOT NULL;
  set default of job.finished
    ALTER TABLE job ALTER COLUMN finished SET DEFAULT FALSE;
  rename column job.finished to done
    ALTER TABLE job RENAME COLUMN finished TO done;
  rename table job to task
    RENAME TABLE job TO task;
  drop table task [loses data]
    DROP TABLE task;
