# upgrade rename_and_retype
  create table task
    CREATE TABLE task (
      id INTEGER NOT NULL,
      done BOOLEAN DEFAULT FALSE NOT NULL,
      CONSTRAINT task_pkey PRIMARY KEY (id)
    );
  rename table task to job
    ALTER TABLE task RENAME TO job;
  rename column job.done to finished
    ALTER TABLE job RENAME COLUMN done TO finished;
  drop default of job.finished
    ALTER TABLE job ALTER COLUMN finished DROP DEFAULT;
  change type of job.finished to integer
    ALTER TABLE job ALTER COLUMN finished TYPE INTEGER USING finished::INTEGER;
