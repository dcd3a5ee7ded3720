# downgrade no_transaction
  drop index sought_word_idx on sought
    DROP INDEX sought_word_idx ON dbo.sought;
  drop not null on loose.price
    ALTER TABLE dbo.loose ALTER COLUMN price DECIMAL(10,2) NULL;
  drop not null on sought.times
    ALTER TABLE dbo.sought ALTER COLUMN times INT NULL;
  create index sought_word_idx on sought [outside a transaction]
    CREATE INDEX sought_word_idx ON dbo.sought (word);
