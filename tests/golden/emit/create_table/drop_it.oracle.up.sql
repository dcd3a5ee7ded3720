# upgrade drop_it
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
  drop table never_was
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'NEVER_WAS';
      IF found = 1 THEN
        EXECUTE IMMEDIATE q'[DROP TABLE never_was]';
      END IF;
    END;
