# downgrade insert_select [foreign keys off]
  drop table archive [loses data]
    DROP TABLE archive;
