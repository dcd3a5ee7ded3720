# downgrade forward_reference
  drop constraint employee_team_id_fkey of employee
    ALTER TABLE employee DROP FOREIGN KEY employee_team_id_fkey;
  drop constraint employee_team_id_fkey of employee
    ALTER TABLE employee DROP INDEX employee_team_id_fkey;
  drop table team [loses data]
    DROP TABLE team;
  drop table employee [loses data]
    DROP TABLE employee;
