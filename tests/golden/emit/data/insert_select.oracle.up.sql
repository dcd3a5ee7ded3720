# upgrade insert_select
  create table archive
    CREATE TABLE archive (
      id NUMBER(19) NOT NULL,
      email VARCHAR2(320 CHAR),
      CONSTRAINT archive_pkey PRIMARY KEY (id)
    );
  insert rows of a query into archive
    INSERT INTO archive (id, email)
    select id, email from customer where name is not null;
