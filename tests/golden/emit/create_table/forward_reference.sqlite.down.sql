# downgrade forward_reference [foreign keys off]
  drop constraint employee_team_id_fkey of employee: rebuild of employee: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('employee') WHERE name COLLATE NOCASE NOT IN ('id', 'team_id', 'boss_id')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'employee' COLLATE NOCASE AND sql IS NOT NULL
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'employee' COLLATE NOCASE
    )
    else table employee has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of employee: create the new table
    CREATE TABLE migc_new_employee (
      id INTEGER NOT NULL,
      team_id INTEGER,
      boss_id INTEGER,
      CONSTRAINT employee_pkey PRIMARY KEY (id),
      CONSTRAINT employee_boss_id_fkey FOREIGN KEY (boss_id) REFERENCES employee (id)
    );
  rebuild of employee: copy the rows
    INSERT INTO migc_new_employee (id, team_id, boss_id)
    SELECT id, team_id, boss_id
    FROM employee;
  rebuild of employee: drop the old table
    DROP TABLE employee;
  rebuild of employee: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of employee: take the name
    ALTER TABLE migc_new_employee RENAME TO employee;
  rebuild of employee: renames follow again
    PRAGMA legacy_alter_table = OFF;
  drop table team [loses data]
    DROP TABLE team;
  drop table employee [loses data]
    DROP TABLE employee;
