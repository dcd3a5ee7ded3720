# upgrade counters
  create table ticket
    CREATE TABLE ticket (
      number INTEGER NOT NULL CONSTRAINT ticket_pkey PRIMARY KEY AUTOINCREMENT,
      stub BLOB,
      open BOOLEAN NOT NULL DEFAULT '1',
      upper_title VARCHAR(80)
    );
  create table ticket
    INSERT INTO sqlite_sequence (name, seq) SELECT 'ticket', 99;
  insert 2 rows into ticket
    INSERT INTO ticket (number, stub, open) VALUES
      (1, x'00FF', 1),
      (700, x'DEADBEEF', 0);
  create index ticket_open_idx on ticket
    CREATE INDEX ticket_open_idx ON ticket (open DESC, number);
