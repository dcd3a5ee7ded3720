# upgrade xml
  create table doc
    CREATE TABLE doc (
      id INTEGER NOT NULL,
      body XML,
      CONSTRAINT doc_pkey PRIMARY KEY (id)
    );
