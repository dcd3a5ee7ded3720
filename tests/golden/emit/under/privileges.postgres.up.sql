# upgrade privileges
  create table message
    CREATE TABLE message (
      id INTEGER NOT NULL,
      body VARCHAR(100) DEFAULT 'none',
      CONSTRAINT message_pkey PRIMARY KEY (id)
    );
  grant select, insert on message to auditor
    GRANT SELECT, INSERT ON TABLE message TO auditor;
  grant select on message to clerk
    GRANT SELECT ON TABLE message TO clerk;
  rename table message to letter
    ALTER TABLE message RENAME TO letter;
  drop table letter [loses data]
    DROP TABLE letter;
