# upgrade conditions
  create table task
    CREATE TABLE task (
      id INT NOT NULL,
      done BOOLEAN NOT NULL DEFAULT FALSE,
      late BOOLEAN,
      due DATETIME,
      PRIMARY KEY (id),
      CONSTRAINT task_check CHECK (done OR late OR id > 0),
      CONSTRAINT task_check1 CHECK (NOT done OR due IS NOT NULL)
    );
  update rows of task
    UPDATE task SET late = due < CURRENT_TIMESTAMP WHERE NOT done;
  update rows of task
    UPDATE task SET late = CASE WHEN done THEN FALSE ELSE TRUE END WHERE late IS NULL;
  delete rows of task
    DELETE FROM task WHERE done AND NOT late;
