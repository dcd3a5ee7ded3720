# downgrade counters
  drop index ticket_open_idx on ticket
    DROP INDEX ticket_open_idx ON ticket;
  delete rows of ticket
    DELETE FROM ticket WHERE number IN (1, 700);
  drop table ticket [loses data]
    DROP TABLE ticket;
