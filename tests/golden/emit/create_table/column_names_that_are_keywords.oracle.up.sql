# upgrade column_names_that_are_keywords
  create table table
    CREATE TABLE "table" (
      key NUMBER(10) NOT NULL,
      type CLOB,
      "order" NUMBER(10),
      "from" DATE,
      "default" CLOB,
      timestamp TIMESTAMP,
      revision CLOB,
      "unique" NUMBER(1) CONSTRAINT table_unique_bool CHECK ("unique" IN (0, 1)),
      "primary" NUMBER(1) CONSTRAINT table_primary_bool CHECK ("primary" IN (0, 1)),
      "index" NUMBER(10),
      "end" DATE,
      "start" DATE,
      "trigger" CLOB,
      limit NUMBER(10),
      "select" CLOB,
      "user" CLOB,
      CONSTRAINT table_pkey PRIMARY KEY (key)
    );
