# downgrade enum_of_other_length
  rename value 'crimson' of enum colour to 'red'
    ALTER TABLE part MODIFY COLUMN colour ENUM('crimson', 'ultramarine', 'green', 'red') NOT NULL DEFAULT 'crimson';
  rename value 'crimson' of enum colour to 'red'
    UPDATE part SET colour = 'red' WHERE colour = 'crimson';
  rename value 'crimson' of enum colour to 'red'
    ALTER TABLE part MODIFY COLUMN colour ENUM('red', 'ultramarine', 'green') NOT NULL DEFAULT 'red';
  change values of enum colour
    ALTER TABLE part MODIFY COLUMN colour ENUM('red', 'green') NOT NULL DEFAULT 'red';
