# upgrade enum_of_other_length
  add value 'ultramarine' to enum colour
    ALTER TYPE colour ADD VALUE 'ultramarine' AFTER 'red';
  rename value 'red' of enum colour to 'crimson'
    ALTER TYPE colour RENAME VALUE 'red' TO 'crimson';
