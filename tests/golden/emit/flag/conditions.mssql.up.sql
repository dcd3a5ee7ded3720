# upgrade conditions
  create table task
    CREATE TABLE dbo.task (
      id INT NOT NULL,
      done BIT NOT NULL CONSTRAINT task_done_default DEFAULT 0,
      late BIT NULL,
      due DATETIME2 NULL,
      CONSTRAINT task_pkey PRIMARY KEY (id),
      CONSTRAINT task_check CHECK (done = 1 OR late = 1 OR id > 0),
      CONSTRAINT task_check1 CHECK (done = 0 OR due IS NOT NULL)
    );
  update rows of task
    UPDATE dbo.task SET late = CAST(CASE WHEN due < SYSDATETIMEOFFSET() THEN 1 WHEN NOT (due < SYSDATETIMEOFFSET()) THEN 0 END AS BIT) WHERE done = 0;
  update rows of task
    UPDATE dbo.task SET late = CASE WHEN done = 1 THEN 0 ELSE 1 END WHERE late IS NULL;
  delete rows of task
    DELETE FROM dbo.task WHERE done = 1 AND late = 0;
