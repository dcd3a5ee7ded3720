# upgrade xml
  create table doc
    CREATE TABLE doc (
      id NUMBER(10) NOT NULL,
      body XMLTYPE,
      CONSTRAINT doc_pkey PRIMARY KEY (id)
    );
