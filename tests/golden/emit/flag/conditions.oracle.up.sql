# upgrade conditions
  create table task
    CREATE TABLE task (
      id NUMBER(10) NOT NULL,
      done NUMBER(1) DEFAULT 0 NOT NULL CONSTRAINT task_done_bool CHECK (done IN (0, 1)),
      late NUMBER(1) CONSTRAINT task_late_bool CHECK (late IN (0, 1)),
      due TIMESTAMP,
      CONSTRAINT task_pkey PRIMARY KEY (id),
      CONSTRAINT task_check CHECK (done = 1 OR late = 1 OR id > 0),
      CONSTRAINT task_check1 CHECK (NOT (done = 1) OR due IS NOT NULL)
    );
  update rows of task
    UPDATE task SET late = CASE WHEN due < SYSTIMESTAMP THEN 1 WHEN NOT (due < SYSTIMESTAMP) THEN 0 END WHERE NOT (done = 1);
  update rows of task
    UPDATE task SET late = CASE WHEN done = 1 THEN 0 ELSE 1 END WHERE late IS NULL;
  delete rows of task
    DELETE FROM task WHERE done = 1 AND NOT (late = 1);
