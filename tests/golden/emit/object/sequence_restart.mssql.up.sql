# upgrade sequence_restart
  create sequence s
    CREATE SEQUENCE dbo.s AS BIGINT START WITH 5 INCREMENT BY 2 NO MAXVALUE CACHE 1;
  alter sequence s
    ALTER SEQUENCE dbo.s RESTART WITH 11;
