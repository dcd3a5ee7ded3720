# downgrade column_names_that_are_keywords
  drop table table [loses data]
    DROP TABLE `table`;
