# upgrade update
  update rows of customer
    UPDATE customer SET level = level + 1, name = COALESCE(name, 'none') WHERE level < 3 AND email LIKE '%@example.com';
