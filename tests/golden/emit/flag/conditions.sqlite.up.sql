# upgrade conditions
  create table task
    CREATE TABLE task (
      id INTEGER NOT NULL,
      done BOOLEAN NOT NULL DEFAULT '0',
      late BOOLEAN,
      due DATETIME,
      CONSTRAINT task_pkey PRIMARY KEY (id),
      CONSTRAINT task_check CHECK (done OR late OR id > 0),
      CONSTRAINT task_check1 CHECK (NOT done OR due IS NOT NULL)
    );
  update rows of task
    UPDATE task SET late = due < CURRENT_TIMESTAMP WHERE NOT done;
  update rows of task
    UPDATE task SET late = CASE WHEN done THEN 0 ELSE 1 END WHERE late IS NULL;
  delete rows of task
    DELETE FROM task WHERE done AND NOT late;
