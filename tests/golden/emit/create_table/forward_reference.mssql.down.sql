# downgrade forward_reference
  drop constraint employee_team_id_fkey of employee
    ALTER TABLE dbo.employee DROP CONSTRAINT employee_team_id_fkey;
  drop table team [loses data]
    DROP TABLE dbo.team;
  drop table employee [loses data]
    DROP TABLE dbo.employee;
