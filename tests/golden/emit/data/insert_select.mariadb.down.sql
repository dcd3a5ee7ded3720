# downgrade insert_select
  drop table archive [loses data]
    DROP TABLE archive;
