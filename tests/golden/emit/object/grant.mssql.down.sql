# downgrade grant
  grant insert on account to auditor
    GRANT INSERT ON OBJECT::dbo.account TO auditor;
  revoke insert, select on account from auditor
    REVOKE INSERT, SELECT ON OBJECT::dbo.account FROM auditor;
  drop table account [loses data]
    DROP TABLE dbo.account;
