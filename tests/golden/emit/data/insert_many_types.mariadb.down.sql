# downgrade insert_many_types
  delete rows of sample
    DELETE FROM sample WHERE id IN (1, 2);
  drop table sample [loses data]
    DROP TABLE sample;
