# downgrade privileges
  create table letter
    CREATE TABLE letter (
      id INTEGER NOT NULL,
      body VARCHAR(100) DEFAULT 'none',
      CONSTRAINT message_pkey PRIMARY KEY (id)
    );
  grant insert, select on letter to auditor
    GRANT INSERT, SELECT ON TABLE letter TO auditor;
  grant select on letter to clerk
    GRANT SELECT ON TABLE letter TO clerk;
  rename table letter to message
    ALTER TABLE letter RENAME TO message;
  revoke select on message from clerk
    REVOKE SELECT ON TABLE message FROM clerk;
  revoke insert, select on message from auditor
    REVOKE INSERT, SELECT ON TABLE message FROM auditor;
  drop table message [loses data]
    DROP TABLE message;
