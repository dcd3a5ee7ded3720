# upgrade varchar_with_a_default
  create table team
    CREATE TABLE team (
      id INTEGER NOT NULL,
      colour VARCHAR(20) DEFAULT 'red',
      CONSTRAINT team_pkey PRIMARY KEY (id)
    );
  change type of team.colour to varchar(40)
    ALTER TABLE team ALTER COLUMN colour TYPE VARCHAR(40);
  change type of team.colour to text
    ALTER TABLE team
      ALTER COLUMN colour TYPE TEXT,
      ALTER COLUMN colour SET DEFAULT 'red';
