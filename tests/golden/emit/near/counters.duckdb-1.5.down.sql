# downgrade counters
  drop index ticket_open_idx on ticket
    DROP INDEX ticket_open_idx;
  delete rows of ticket
    DELETE FROM ticket WHERE number IN (1, 700);
  drop table ticket [loses data]
    DROP TABLE ticket;
  drop table ticket [loses data]
    DROP SEQUENCE ticket_number_seq;
