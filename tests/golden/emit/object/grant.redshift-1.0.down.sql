# downgrade grant
  grant insert on account to auditor
    GRANT INSERT ON TABLE account TO auditor;
  revoke insert, select on account from auditor
    REVOKE INSERT, SELECT ON TABLE account FROM auditor;
  drop table account [loses data]
    DROP TABLE account;
