# downgrade column_names_that_are_keywords [foreign keys off]
  drop table table [loses data]
    DROP TABLE "table";
