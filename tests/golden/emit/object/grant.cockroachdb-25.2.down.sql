# downgrade grant
  grant insert on account to auditor [outside a transaction]
    GRANT INSERT ON TABLE account TO auditor;
  revoke insert, select on account from auditor [outside a transaction]
    REVOKE INSERT, SELECT ON TABLE account FROM auditor;
  drop table account [outside a transaction] [loses data]
    DROP TABLE account;
