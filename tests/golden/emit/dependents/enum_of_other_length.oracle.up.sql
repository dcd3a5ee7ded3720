# upgrade enum_of_other_length
  add value 'ultramarine' to enum colour (part.colour): drop the check
    ALTER TABLE part DROP CONSTRAINT part_colour_enum;
  add value 'ultramarine' to enum colour (part.colour): room for the longest value
    ALTER TABLE part MODIFY (colour VARCHAR2(11 CHAR));
  add value 'ultramarine' to enum colour (part.colour): the check of the new values
    ALTER TABLE part ADD CONSTRAINT part_colour_enum CHECK (colour IN ('red', 'ultramarine', 'green'));
  rename value 'red' of enum colour to 'crimson' (part.colour): drop the check
    ALTER TABLE part DROP CONSTRAINT part_colour_enum;
  rename value 'red' of enum colour to 'crimson' (part.colour): exchange values
    UPDATE part SET colour = 'crimson' WHERE colour = 'red';
  rename value 'red' of enum colour to 'crimson' (part.colour): the default
    ALTER TABLE part MODIFY (colour DEFAULT 'crimson');
  rename value 'red' of enum colour to 'crimson' (part.colour): the check of the new values
    ALTER TABLE part ADD CONSTRAINT part_colour_enum CHECK (colour IN ('crimson', 'ultramarine', 'green'));
