# upgrade made_up_names
  create table a_very_long_table_name_that_nearly_fills_the_limit
    CREATE TABLE a_very_long_table_name_that_nearly_fills_the_limit (
      id INT NOT NULL,
      a_long_column_name_too_for_good_measure INT,
      another_long_column_name_for_the_second_index INT,
      PRIMARY KEY (id),
      CONSTRAINT a_very_long_table_name_that_ne_a_long_column_name_too_for_go_key UNIQUE (a_long_column_name_too_for_good_measure),
      CONSTRAINT a_very_long_table_name_that_n_another_long_column_name_for_check CHECK (another_long_column_name_for_the_second_index > 0),
      CONSTRAINT a_very_long_table_name_that_nearly_fills_the_limit_check CHECK (a_long_column_name_too_for_good_measure <> another_long_column_name_for_the_second_index),
      CONSTRAINT a_very_long_table_name_that_nearly_fills_the_limit_id_check CHECK (id > 0),
      CONSTRAINT a_very_long_table_name_that_nearly_fills_the_limit_id_check1 CHECK (id < 1000000),
      INDEX a_very_long_table_name_that_ne_a_long_column_name_too_for_go_idx (a_long_column_name_too_for_good_measure, another_long_column_name_for_the_second_index),
      INDEX a_very_long_table_name_that_n_a_long_column_name_too_for_go_idx1 (a_long_column_name_too_for_good_measure, another_long_column_name_for_the_second_index DESC)
    );
