# downgrade privileges
  create table letter
    CREATE TABLE letter (
      id NUMBER(10) NOT NULL,
      body VARCHAR2(100 CHAR) DEFAULT 'none',
      CONSTRAINT message_pkey PRIMARY KEY (id)
    );
  grant insert, select on letter to auditor
    GRANT INSERT, SELECT ON letter TO auditor;
  grant select on letter to clerk
    GRANT SELECT ON letter TO clerk;
  rename table letter to message
    ALTER TABLE letter RENAME TO message;
  revoke select on message from clerk
    REVOKE SELECT ON message FROM clerk;
  revoke insert, select on message from auditor
    REVOKE INSERT, SELECT ON message FROM auditor;
  drop table message [loses data]
    DROP TABLE message;
