# upgrade add_generated
  add column purchase.gross
    ALTER TABLE dbo.purchase ADD gross AS (CAST(amount * 1.19 AS DECIMAL(12,2))) PERSISTED;
