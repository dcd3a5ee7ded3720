# upgrade per_dialect
  run raw SQL
    SELECT 1;
