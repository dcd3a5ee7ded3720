# downgrade varchar_with_a_default
  change type of team.colour to varchar(40), set default of team.colour [loses data]
    ALTER TABLE team MODIFY COLUMN colour VARCHAR(40) DEFAULT 'red';
  change type of team.colour to varchar(20) [loses data]
    ALTER TABLE team MODIFY COLUMN colour VARCHAR(20) DEFAULT 'red';
  drop table team [loses data]
    DROP TABLE team;
