# upgrade rename_and_retype
  create table task
    CREATE TABLE task (
      id NUMBER(10) NOT NULL,
      done NUMBER(1) DEFAULT 0 NOT NULL CONSTRAINT task_done_bool CHECK (done IN (0, 1)),
      CONSTRAINT task_pkey PRIMARY KEY (id)
    );
  rename table task to job
    ALTER TABLE task RENAME TO job;
  rename constraint task_done_bool to job_done_bool
    ALTER TABLE job RENAME CONSTRAINT task_done_bool TO job_done_bool;
  rename column job.done to finished
    ALTER TABLE job RENAME COLUMN done TO finished;
  rename constraint job_done_bool to job_finished_bool
    ALTER TABLE job RENAME CONSTRAINT job_done_bool TO job_finished_bool;
  drop default of job.finished
    ALTER TABLE job MODIFY (finished DEFAULT NULL);
  change type of job.finished to integer: drop constraint job_finished_bool
    ALTER TABLE job DROP CONSTRAINT job_finished_bool;
  change type of job.finished to integer: the type
    ALTER TABLE job MODIFY (finished NUMBER(10));
