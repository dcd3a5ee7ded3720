# downgrade sequence_restart
  drop sequence s
    DROP SEQUENCE dbo.s;
