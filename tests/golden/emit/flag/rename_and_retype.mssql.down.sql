# downgrade rename_and_retype
  change type of job.finished to boolean
    ALTER TABLE dbo.job ALTER COLUMN finished BIT NOT NULL;
  set default of job.finished
    ALTER TABLE dbo.job ADD CONSTRAINT job_finished_default DEFAULT 0 FOR finished;
  rename column job.finished to done
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.job.finished', @newname = N'done', @objtype = N'COLUMN';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  put back what was on job.finished
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.job_finished_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.job_finished_default', @newname = N'job_done_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename table job to task
    DECLARE @failed INT;
    EXEC @failed = sys.sp_rename @objname = N'dbo.job', @newname = N'task', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  rename constraint job_done_default to task_done_default, after its table
    DECLARE @failed INT = 0;
    IF OBJECT_ID(N'dbo.job_done_default', N'D') IS NOT NULL
      EXEC @failed = sys.sp_rename @objname = N'dbo.job_done_default', @newname = N'task_done_default', @objtype = N'OBJECT';
    IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1;
  drop table task [loses data]
    DROP TABLE dbo.task;
