# downgrade constraints_later
  drop column loose.since [outside a transaction] [loses data]
    ALTER TABLE loose DROP COLUMN since;
  drop column loose.code [outside a transaction] [loses data]
    ALTER TABLE loose DROP COLUMN code;
  add check constraint owned_pages_check to owned [outside a transaction]
    ALTER TABLE owned ADD CONSTRAINT owned_pages_check CHECK (pages > 0);
  drop constraint loose_price_check of loose [outside a transaction]
    ALTER TABLE loose DROP CONSTRAINT loose_price_check;
