# upgrade varchar_with_a_default
  create table team
    CREATE TABLE team (
      id NUMBER(10) NOT NULL,
      colour VARCHAR2(20 CHAR) DEFAULT 'red',
      CONSTRAINT team_pkey PRIMARY KEY (id)
    );
  change type of team.colour to varchar(40)
    ALTER TABLE team MODIFY (colour VARCHAR2(40 CHAR));
  change type of team.colour to text: a column for the new values
    ALTER TABLE team ADD (migc_colour CLOB);
  change type of team.colour to text: nothing that keeps the column from being empty
    ALTER TABLE team MODIFY (colour DEFAULT NULL);
  change type of team.colour to text: convert the values
    UPDATE team SET migc_colour = TO_CLOB(colour), colour = NULL;
  change type of team.colour to text: nobody has written to it meanwhile
    require SELECT CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END FROM team WHERE colour IS NOT NULL
    else column team.colour was written to while its type was changed
  change type of team.colour to text: drop the former column
    ALTER TABLE team DROP COLUMN colour;
  change type of team.colour to text: the name
    ALTER TABLE team RENAME COLUMN migc_colour TO colour;
  change type of team.colour to text: what else the column has
    ALTER TABLE team MODIFY (colour DEFAULT 'red');
