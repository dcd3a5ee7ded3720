# downgrade counters
  drop index ticket_open_idx on ticket [outside a transaction]
    DROP INDEX ticket@ticket_open_idx;
  delete rows of ticket
    DELETE FROM ticket WHERE number IN (1, 700);
  drop table ticket [outside a transaction] [loses data]
    DROP TABLE ticket;
