# downgrade privileges
  create table letter
    CREATE TABLE letter (
      id INT NOT NULL,
      body VARCHAR(100) DEFAULT 'none',
      PRIMARY KEY (id)
    );
  grant insert, select on letter to auditor
    GRANT INSERT, SELECT ON TABLE letter TO auditor;
  grant select on letter to clerk
    GRANT SELECT ON TABLE letter TO clerk;
  what is granted on it stays with its name: revoke on letter
    REVOKE INSERT, SELECT ON TABLE letter FROM auditor;
  what is granted on it stays with its name: revoke on letter
    REVOKE SELECT ON TABLE letter FROM clerk;
  rename table letter to message
    RENAME TABLE letter TO message;
  grant again on message
    GRANT INSERT, SELECT ON TABLE message TO auditor;
  grant again on message
    GRANT SELECT ON TABLE message TO clerk;
  revoke select on message from clerk
    REVOKE SELECT ON TABLE message FROM clerk;
  revoke insert, select on message from auditor
    REVOKE INSERT, SELECT ON TABLE message FROM auditor;
  drop table message [loses data]
    DROP TABLE message;
