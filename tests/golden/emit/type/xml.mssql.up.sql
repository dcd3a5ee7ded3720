# upgrade xml
  create table doc
    CREATE TABLE dbo.doc (
      id INT NOT NULL,
      body XML NULL,
      CONSTRAINT doc_pkey PRIMARY KEY (id)
    );
