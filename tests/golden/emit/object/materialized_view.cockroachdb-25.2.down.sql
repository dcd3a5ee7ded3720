# downgrade materialized_view
  drop materialized view closed_account [outside a transaction]
    DROP MATERIALIZED VIEW closed_account;
  drop table account [outside a transaction] [loses data]
    DROP TABLE account;
