# upgrade dialect_options
  create table hot
    CREATE TABLE hot (
      id NUMBER(10) NOT NULL,
      payload CLOB,
      CONSTRAINT hot_pkey PRIMARY KEY (id)
    );
