# downgrade made_up_names
  drop table a_very_long_table_name_that_nearly_fills_the_limit [loses data]
    DROP TABLE a_very_long_table_name_that_nearly_fills_the_limit;
