# upgrade enum_of_other_length
  add value 'ultramarine' to enum colour
    ALTER TABLE part MODIFY COLUMN colour ENUM('red', 'ultramarine', 'green') NOT NULL DEFAULT 'red';
  rename value 'red' of enum colour to 'crimson'
    ALTER TABLE part MODIFY COLUMN colour ENUM('red', 'ultramarine', 'green', 'crimson') NOT NULL DEFAULT 'red';
  rename value 'red' of enum colour to 'crimson'
    UPDATE part SET colour = 'crimson' WHERE colour = 'red';
  rename value 'red' of enum colour to 'crimson'
    ALTER TABLE part MODIFY COLUMN colour ENUM('crimson', 'ultramarine', 'green') NOT NULL DEFAULT 'crimson';
