# upgrade privileges
  create table message
    CREATE TABLE message (
      id NUMBER(10) NOT NULL,
      body VARCHAR2(100 CHAR) DEFAULT 'none',
      CONSTRAINT message_pkey PRIMARY KEY (id)
    );
  grant select, insert on message to auditor
    GRANT SELECT, INSERT ON message TO auditor;
  grant select on message to clerk
    GRANT SELECT ON message TO clerk;
  rename table message to letter
    ALTER TABLE message RENAME TO letter;
  drop table letter [loses data]
    DROP TABLE letter;
