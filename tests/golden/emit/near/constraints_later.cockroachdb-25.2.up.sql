# upgrade constraints_later
  add check constraint loose_price_check to loose [outside a transaction]
    ALTER TABLE loose ADD CONSTRAINT loose_price_check CHECK (price > 0);
  drop constraint owned_pages_check of owned [outside a transaction]
    ALTER TABLE owned DROP CONSTRAINT owned_pages_check;
  add column loose.code [outside a transaction]
    ALTER TABLE loose ADD COLUMN code VARCHAR(10);
  add column loose.code [outside a transaction]
    ALTER TABLE loose ADD CONSTRAINT loose_code_key UNIQUE (code);
  add column loose.since [outside a transaction]
    ALTER TABLE loose ADD COLUMN since TIMESTAMP DEFAULT now() NOT NULL;
