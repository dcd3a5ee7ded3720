# upgrade per_dialect
  run raw SQL
    ANALYZE customer;
