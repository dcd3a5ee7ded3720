# downgrade varchar_with_a_default
  change type of team.colour to varchar(40): a column for the new values
    ALTER TABLE team ADD (migc_colour VARCHAR2(40 CHAR));
  change type of team.colour to varchar(40): nothing that keeps the column from being empty
    ALTER TABLE team MODIFY (colour DEFAULT NULL);
  change type of team.colour to varchar(40): convert the values
    UPDATE team SET migc_colour = TO_CHAR(colour), colour = NULL;
  change type of team.colour to varchar(40): nobody has written to it meanwhile
    require SELECT CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END FROM team WHERE colour IS NOT NULL
    else column team.colour was written to while its type was changed
  change type of team.colour to varchar(40): drop the former column
    ALTER TABLE team DROP COLUMN colour;
  change type of team.colour to varchar(40): the name
    ALTER TABLE team RENAME COLUMN migc_colour TO colour;
  change type of team.colour to varchar(40): what else the column has
    ALTER TABLE team MODIFY (colour DEFAULT 'red');
  change type of team.colour to varchar(20) [loses data]
    ALTER TABLE team MODIFY (colour VARCHAR2(20 CHAR));
  drop table team [loses data]
    DROP TABLE team;
