# downgrade rename_and_retype
  change type of job.finished to boolean: a column for the new values
    ALTER TABLE job ADD (migc_finished NUMBER(1));
  change type of job.finished to boolean: nothing that keeps the column from being empty
    ALTER TABLE job MODIFY (finished NULL);
  change type of job.finished to boolean: convert the values
    UPDATE job SET migc_finished = CASE WHEN finished = 0 THEN 0 WHEN finished <> 0 THEN 1 END, finished = NULL;
  change type of job.finished to boolean: the type
    ALTER TABLE job MODIFY (finished NUMBER(1));
  change type of job.finished to boolean: the new values
    UPDATE job SET finished = migc_finished WHERE finished IS NULL;
  change type of job.finished to boolean: what else the column has
    ALTER TABLE job MODIFY (finished NOT NULL);
  change type of job.finished to boolean: drop the column beside it
    ALTER TABLE job DROP COLUMN migc_finished;
  change type of job.finished to boolean: add constraint job_finished_bool
    ALTER TABLE job ADD CONSTRAINT job_finished_bool CHECK (finished IN (0, 1));
  set default of job.finished
    ALTER TABLE job MODIFY (finished DEFAULT 0);
  rename column job.finished to done
    ALTER TABLE job RENAME COLUMN finished TO done;
  rename constraint job_finished_bool to job_done_bool
    ALTER TABLE job RENAME CONSTRAINT job_finished_bool TO job_done_bool;
  rename table job to task
    ALTER TABLE job RENAME TO task;
  rename constraint job_done_bool to task_done_bool
    ALTER TABLE task RENAME CONSTRAINT job_done_bool TO task_done_bool;
  drop table task [loses data]
    DROP TABLE task;
