# upgrade forward_reference
  create table employee
    CREATE TABLE employee (
      id INT NOT NULL AUTO_INCREMENT,
      team_id INT,
      boss_id INT,
      PRIMARY KEY (id),
      CONSTRAINT employee_boss_id_fkey FOREIGN KEY (boss_id) REFERENCES employee (id),
      INDEX employee_boss_id_fkey (boss_id)
    );
  create table team
    CREATE TABLE team (
      id INT NOT NULL AUTO_INCREMENT,
      lead_id INT NOT NULL,
      PRIMARY KEY (id),
      CONSTRAINT team_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES employee (id),
      INDEX team_lead_id_fkey (lead_id)
    );
  add foreign key employee_team_id_fkey to employee
    ALTER TABLE employee ADD INDEX employee_team_id_fkey (team_id);
  add foreign key employee_team_id_fkey to employee
    ALTER TABLE employee ADD CONSTRAINT employee_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id);
