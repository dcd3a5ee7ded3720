# upgrade constraints_later
  add check constraint loose_price_check to loose
    ALTER TABLE dbo.loose ADD CONSTRAINT loose_price_check CHECK (price > 0);
  drop constraint owned_pages_check of owned
    ALTER TABLE dbo.owned DROP CONSTRAINT owned_pages_check;
  add column loose.code
    ALTER TABLE dbo.loose ADD
      code VARCHAR(10) NULL,
      CONSTRAINT loose_code_key UNIQUE (code);
  add column loose.since
    ALTER TABLE dbo.loose ADD since DATETIME2 NOT NULL CONSTRAINT loose_since_default DEFAULT SYSDATETIME();
