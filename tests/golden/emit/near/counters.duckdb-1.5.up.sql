# upgrade counters
  create table ticket
    CREATE SEQUENCE ticket_number_seq START WITH 100;
  create table ticket
    CREATE TABLE ticket (
      number BIGINT DEFAULT nextval('ticket_number_seq') NOT NULL,
      stub BLOB,
      open BOOLEAN DEFAULT TRUE NOT NULL,
      upper_title VARCHAR(80),
      CONSTRAINT ticket_pkey PRIMARY KEY (number)
    );
  comment on table ticket
    COMMENT ON TABLE ticket IS 'One row a ticket';
  insert 2 rows into ticket
    INSERT INTO ticket (number, stub, open) VALUES
      (1, from_hex('00FF'), TRUE),
      (700, from_hex('DEADBEEF'), FALSE);
  let identity of ticket.number go on after the rows
    SELECT count(nextval('ticket_number_seq')) AS numbers_passed_over FROM range((SELECT greatest(0, (SELECT max(number) FROM ticket) + 1 - coalesce(last_value, start_value)) FROM duckdb_sequences() WHERE database_name = current_database() AND schema_name = 'main' AND sequence_name = 'ticket_number_seq'));
  create index ticket_open_idx on ticket
    CREATE INDEX ticket_open_idx ON ticket (open, number);
