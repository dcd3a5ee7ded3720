# downgrade constraints_later
  drop column loose.since [loses data]
    ALTER TABLE loose DROP COLUMN since;
  drop column loose.code [loses data]
    ALTER TABLE loose DROP COLUMN code;
  add check constraint owned_pages_check to owned
    ALTER TABLE owned ADD CONSTRAINT owned_pages_check CHECK (pages > 0);
  drop constraint loose_price_check of loose
    ALTER TABLE loose DROP CHECK loose_price_check;
