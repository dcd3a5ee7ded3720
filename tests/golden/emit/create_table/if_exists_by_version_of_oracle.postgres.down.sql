# downgrade if_exists_by_version_of_oracle
  drop index a_n on a
    DROP INDEX a_n;
  drop table a [loses data]
    DROP TABLE a;
