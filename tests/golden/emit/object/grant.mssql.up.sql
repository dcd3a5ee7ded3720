# upgrade grant
  create table account
    CREATE TABLE dbo.account (
      id INT NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  grant select, insert on account to auditor
    GRANT SELECT, INSERT ON OBJECT::dbo.account TO auditor;
  revoke insert on account from auditor
    REVOKE INSERT ON OBJECT::dbo.account FROM auditor;
