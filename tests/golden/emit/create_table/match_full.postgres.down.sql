# downgrade match_full
  drop table user_of_pair [loses data]
    DROP TABLE user_of_pair;
  drop table pair [loses data]
    DROP TABLE pair;
