# upgrade sequence_restart
  create sequence s
    CREATE SEQUENCE s START WITH 5 INCREMENT BY 2 NOMAXVALUE NOCACHE;
  alter sequence s
    ALTER SEQUENCE s RESTART START WITH 11;
