# downgrade add_generated
  drop column purchase.gross [outside a transaction] [loses data]
    ALTER TABLE purchase DROP COLUMN gross;
