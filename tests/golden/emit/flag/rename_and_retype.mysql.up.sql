# upgrade rename_and_retype
  create table task
    CREATE TABLE task (
      id INT NOT NULL,
      done BOOLEAN NOT NULL DEFAULT FALSE,
      PRIMARY KEY (id)
    );
  rename table task to job
    RENAME TABLE task TO job;
  rename column job.done to finished
    ALTER TABLE job RENAME COLUMN done TO finished;
  drop default of job.finished
    ALTER TABLE job ALTER COLUMN finished DROP DEFAULT;
  change type of job.finished to integer
    ALTER TABLE job MODIFY COLUMN finished INT NOT NULL;
