# upgrade forward_reference
  create table employee
    CREATE TABLE dbo.employee (
      id INT IDENTITY(1, 1) NOT NULL,
      team_id INT NULL,
      boss_id INT NULL,
      CONSTRAINT employee_pkey PRIMARY KEY (id),
      CONSTRAINT employee_boss_id_fkey FOREIGN KEY (boss_id) REFERENCES dbo.employee (id)
    );
  create table team
    CREATE TABLE dbo.team (
      id INT IDENTITY(1, 1) NOT NULL,
      lead_id INT NOT NULL,
      CONSTRAINT team_pkey PRIMARY KEY (id),
      CONSTRAINT team_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES dbo.employee (id)
    );
  add foreign key employee_team_id_fkey to employee
    ALTER TABLE dbo.employee ADD CONSTRAINT employee_team_id_fkey FOREIGN KEY (team_id) REFERENCES dbo.team (id);
