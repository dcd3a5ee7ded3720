# downgrade add_generated
  drop column purchase.gross [loses data]
    ALTER TABLE purchase DROP COLUMN gross;
