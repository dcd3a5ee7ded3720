# upgrade grant
  create table account
    CREATE TABLE account (
      id INTEGER NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  grant select, insert on account to auditor
    GRANT SELECT, INSERT ON TABLE account TO auditor;
  revoke insert on account from auditor
    REVOKE INSERT ON TABLE account FROM auditor;
