# downgrade rename_and_retype [foreign keys off]
  change type of job.finished to boolean: rebuild of job: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('job') WHERE name COLLATE NOCASE NOT IN ('id', 'finished')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'job' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'job' COLLATE NOCASE
    )
    else table job has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of job: create the new table
    CREATE TABLE migc_new_job (
      id INTEGER NOT NULL,
      finished BOOLEAN NOT NULL,
      CONSTRAINT task_pkey PRIMARY KEY (id)
    );
  rebuild of job: copy the rows
    INSERT INTO migc_new_job (id, finished)
    SELECT id, CAST(finished AS BOOLEAN)
    FROM job;
  rebuild of job: drop the old table
    DROP TABLE job;
  rebuild of job: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of job: take the name
    ALTER TABLE migc_new_job RENAME TO job;
  rebuild of job: renames follow again
    PRAGMA legacy_alter_table = OFF;
  set default of job.finished: rebuild of job: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('job') WHERE name COLLATE NOCASE NOT IN ('id', 'finished')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'job' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'job' COLLATE NOCASE
    )
    else table job has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of job: create the new table
    CREATE TABLE migc_new_job (
      id INTEGER NOT NULL,
      finished BOOLEAN NOT NULL DEFAULT '0',
      CONSTRAINT task_pkey PRIMARY KEY (id)
    );
  rebuild of job: copy the rows
    INSERT INTO migc_new_job (id, finished)
    SELECT id, finished
    FROM job;
  rebuild of job: drop the old table
    DROP TABLE job;
  rebuild of job: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of job: take the name
    ALTER TABLE migc_new_job RENAME TO job;
  rebuild of job: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rename column job.finished to done
    ALTER TABLE job RENAME COLUMN finished TO done;
  rename table job to task
    ALTER TABLE job RENAME TO task;
  drop table task [loses data]
    DROP TABLE task;
