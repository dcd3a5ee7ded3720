# upgrade per_dialect
  run raw SQL
    ANALYZE customer;
  run raw SQL
    SELECT pg_sleep(0);
