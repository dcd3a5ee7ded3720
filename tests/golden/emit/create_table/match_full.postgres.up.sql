# upgrade match_full
  create table pair
    CREATE TABLE pair (
      a INTEGER NOT NULL,
      b INTEGER NOT NULL,
      CONSTRAINT pair_pkey PRIMARY KEY (a, b)
    );
  create table user_of_pair
    CREATE TABLE user_of_pair (
      a INTEGER,
      b INTEGER,
      CONSTRAINT user_of_pair_a_b_fkey FOREIGN KEY (a, b) REFERENCES pair (a, b) MATCH FULL
    );
