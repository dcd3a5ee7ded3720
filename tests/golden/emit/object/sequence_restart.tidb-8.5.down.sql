# downgrade sequence_restart
  drop sequence s
    DROP SEQUENCE s;
