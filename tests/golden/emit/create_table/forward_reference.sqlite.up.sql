# upgrade forward_reference
  create table employee
    CREATE TABLE employee (
      id INTEGER NOT NULL,
      team_id INTEGER,
      boss_id INTEGER,
      CONSTRAINT employee_pkey PRIMARY KEY (id),
      CONSTRAINT employee_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id),
      CONSTRAINT employee_boss_id_fkey FOREIGN KEY (boss_id) REFERENCES employee (id)
    );
  create table team
    CREATE TABLE team (
      id INTEGER NOT NULL,
      lead_id INTEGER NOT NULL,
      CONSTRAINT team_pkey PRIMARY KEY (id),
      CONSTRAINT team_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES employee (id)
    );
