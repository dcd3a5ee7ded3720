# upgrade if_exists_by_version_of_oracle
  create table a
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'A';
      IF found = 0 THEN
        EXECUTE IMMEDIATE q'[CREATE TABLE a (
      id NUMBER(10) NOT NULL,
      n NUMBER(10),
      CONSTRAINT a_pkey PRIMARY KEY (id)
    )]';
      END IF;
    END;
  create index a_n on a
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'A_N';
      IF found = 0 THEN
        EXECUTE IMMEDIATE q'[CREATE INDEX a_n ON a (n)]';
      END IF;
    END;
  drop index gone on a
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND index_name = 'GONE';
      IF found = 1 THEN
        EXECUTE IMMEDIATE q'[DROP INDEX gone]';
      END IF;
    END;
  drop table old
    DECLARE
      found NUMBER;
    BEGIN
      SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'OLD';
      IF found = 1 THEN
        EXECUTE IMMEDIATE q'[DROP TABLE old]';
      END IF;
    END;
