# downgrade materialized_view
  drop materialized view closed_account
    DROP MATERIALIZED VIEW closed_account;
  drop table account [loses data]
    DROP TABLE account;
