# upgrade grant
  create table account [outside a transaction]
    CREATE TABLE account (
      id INT4 NOT NULL,
      CONSTRAINT account_pkey PRIMARY KEY (id)
    );
  grant select, insert on account to auditor [outside a transaction]
    GRANT SELECT, INSERT ON TABLE account TO auditor;
  revoke insert on account from auditor [outside a transaction]
    REVOKE INSERT ON TABLE account FROM auditor;
