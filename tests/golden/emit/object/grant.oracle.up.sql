# upgrade grant
  create table account
    CREATE TABLE account (
      id NUMBER(10) NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  grant select, insert on account to auditor
    GRANT SELECT, INSERT ON account TO auditor;
  revoke insert on account from auditor
    REVOKE INSERT ON account FROM auditor;
