# upgrade constraints_later
  add check constraint loose_price_check to loose
    ALTER TABLE loose ADD CONSTRAINT loose_price_check CHECK (price > 0);
  drop constraint owned_pages_check of owned
    ALTER TABLE owned DROP CONSTRAINT owned_pages_check;
  add column loose.code
    ALTER TABLE loose ADD (code VARCHAR2(10 CHAR) CONSTRAINT loose_code_key UNIQUE);
  add column loose.since
    ALTER TABLE loose ADD (since TIMESTAMP DEFAULT SYSTIMESTAMP NOT NULL);
