# upgrade counters
  create table ticket
    CREATE TABLE ticket (
      number BIGINT NOT NULL AUTO_INCREMENT,
      stub VARBINARY(8),
      open BOOLEAN NOT NULL DEFAULT TRUE,
      upper_title VARCHAR(80),
      PRIMARY KEY (number)
    ) COMMENT = 'One row a ticket' AUTO_INCREMENT = 100;
  insert 2 rows into ticket
    INSERT INTO ticket (number, stub, open) VALUES
      (1, x'00FF', TRUE),
      (700, x'DEADBEEF', FALSE);
  create index ticket_open_idx on ticket
    CREATE INDEX ticket_open_idx ON ticket (open DESC, number);
