# downgrade varchar_with_a_default
  change type of team.colour to varchar(40) [loses data]
    ALTER TABLE team
      ALTER COLUMN colour TYPE VARCHAR(40),
      ALTER COLUMN colour SET DEFAULT 'red';
  change type of team.colour to varchar(20) [loses data]
    ALTER TABLE team ALTER COLUMN colour TYPE VARCHAR(20);
  drop table team [loses data]
    DROP TABLE team;
