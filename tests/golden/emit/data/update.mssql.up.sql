# upgrade update
  update rows of customer
    UPDATE dbo.customer SET level = level + 1, name = COALESCE(name, N'none') WHERE level < 3 AND email LIKE N'%@example.com';
