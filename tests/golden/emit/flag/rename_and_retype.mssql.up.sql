# upgrade rename_and_retype
  create table task
    CREATE TABLE dbo.task (
      id INT NOT NULL,
      done BIT NOT NULL CONSTRAINT task_done_default DEFAULT 0,
      CONSTRAINT task_pkey PRIMARY KEY (id)
    );
  rename table task to job
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.task', @newname = N'job', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint task_done_default to job_done_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.task_done_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.task_done_default', @newname = N'job_done_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename column job.done to finished
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.job.done', @newname = N'finished', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  put back what was on job.done
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.job_done_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.job_done_default', @newname = N'job_finished_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  drop default of job.finished
    DECLARE @sql NVARCHAR(MAX);
    SELECT @sql = N'ALTER TABLE dbo.job DROP CONSTRAINT ' + QUOTENAME(name)
    FROM sys.default_constraints
    WHERE parent_object_id = OBJECT_ID(N'dbo.job') AND COL_NAME(parent_object_id, parent_column_id) = N'finished';
    EXEC (@sql);
  change type of job.finished to integer
    ALTER TABLE dbo.job ALTER COLUMN finished INT NOT NULL;
