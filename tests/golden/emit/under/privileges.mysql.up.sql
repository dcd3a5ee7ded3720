# upgrade privileges
  create table message
    CREATE TABLE message (
      id INT NOT NULL,
      body VARCHAR(100) DEFAULT 'none',
      PRIMARY KEY (id)
    );
  grant select, insert on message to auditor
    GRANT SELECT, INSERT ON TABLE message TO auditor;
  grant select on message to clerk
    GRANT SELECT ON TABLE message TO clerk;
  what is granted on it stays with its name: revoke on message
    REVOKE INSERT, SELECT ON TABLE message FROM auditor;
  what is granted on it stays with its name: revoke on message
    REVOKE SELECT ON TABLE message FROM clerk;
  rename table message to letter
    RENAME TABLE message TO letter;
  grant again on letter
    GRANT INSERT, SELECT ON TABLE letter TO auditor;
  grant again on letter
    GRANT SELECT ON TABLE letter TO clerk;
  what is granted on it stays with its name: revoke on letter [loses data]
    REVOKE INSERT, SELECT ON TABLE letter FROM auditor;
  what is granted on it stays with its name: revoke on letter [loses data]
    REVOKE SELECT ON TABLE letter FROM clerk;
  drop table letter [loses data]
    DROP TABLE letter;
