# upgrade delete
  delete rows of purchase
    DELETE FROM dbo.purchase WHERE placed_at < CONVERT(DATETIME2, N'2020-01-01T00:00:00', 126);
