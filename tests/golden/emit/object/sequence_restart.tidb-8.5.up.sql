# upgrade sequence_restart
  create sequence s
    CREATE SEQUENCE s START WITH 5 INCREMENT BY 2 NO MAXVALUE CACHE 1;
  alter sequence s
    ALTER SEQUENCE s RESTART WITH 11;
