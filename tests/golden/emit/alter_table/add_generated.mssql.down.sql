# downgrade add_generated
  drop column purchase.gross [loses data]
    ALTER TABLE dbo.purchase DROP COLUMN gross;
