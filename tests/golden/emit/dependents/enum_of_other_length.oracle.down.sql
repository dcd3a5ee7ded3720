# downgrade enum_of_other_length
  rename value 'crimson' of enum colour to 'red' (part.colour): drop the check
    ALTER TABLE part DROP CONSTRAINT part_colour_enum;
  rename value 'crimson' of enum colour to 'red' (part.colour): exchange values
    UPDATE part SET colour = 'red' WHERE colour = 'crimson';
  rename value 'crimson' of enum colour to 'red' (part.colour): the default
    ALTER TABLE part MODIFY (colour DEFAULT 'red');
  rename value 'crimson' of enum colour to 'red' (part.colour): the check of the new values
    ALTER TABLE part ADD CONSTRAINT part_colour_enum CHECK (colour IN ('red', 'ultramarine', 'green'));
  change values of enum colour (part.colour): drop the check
    ALTER TABLE part DROP CONSTRAINT part_colour_enum;
  change values of enum colour (part.colour): room for the longest value
    ALTER TABLE part MODIFY (colour VARCHAR2(5 CHAR));
  change values of enum colour (part.colour): the check of the new values
    ALTER TABLE part ADD CONSTRAINT part_colour_enum CHECK (colour IN ('red', 'green'));
