# upgrade varchar_with_a_default
  create table team
    CREATE TABLE team (
      id INT NOT NULL,
      colour VARCHAR(20) DEFAULT 'red',
      PRIMARY KEY (id)
    );
  change type of team.colour to varchar(40)
    ALTER TABLE team MODIFY COLUMN colour VARCHAR(40) DEFAULT 'red';
  drop default of team.colour, change type of team.colour to text
    ALTER TABLE team MODIFY COLUMN colour TEXT;
