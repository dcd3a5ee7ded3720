# downgrade dropped_from_an_unknown_table
  run raw SQL
    DROP TABLE wild;
