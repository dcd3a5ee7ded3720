# downgrade drop_it
  create table gone
    CREATE TABLE gone (
      id NUMBER(10) NOT NULL,
      name VARCHAR2(10 CHAR) DEFAULT 'x' NOT NULL,
      CONSTRAINT gone_pkey PRIMARY KEY (id)
    );
  create index gone_name_idx on gone
    CREATE INDEX gone_name_idx ON gone (name);
  drop table gone [loses data]
    DROP TABLE gone;
