# upgrade conditions
  create table task
    CREATE TABLE task (
      id NUMBER(10) NOT NULL,
      done BOOLEAN DEFAULT FALSE NOT NULL,
      late BOOLEAN,
      due TIMESTAMP,
      CONSTRAINT task_pkey PRIMARY KEY (id),
      CONSTRAINT task_check CHECK (done OR late OR id > 0),
      CONSTRAINT task_check1 CHECK (NOT done OR due IS NOT NULL)
    );
  update rows of task
    UPDATE task SET late = due < SYSTIMESTAMP WHERE NOT done;
  update rows of task
    UPDATE task SET late = CASE WHEN done THEN FALSE ELSE TRUE END WHERE late IS NULL;
  delete rows of task
    DELETE FROM task WHERE done AND NOT late;
