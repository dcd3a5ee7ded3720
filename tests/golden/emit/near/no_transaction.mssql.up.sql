# upgrade no_transaction
  drop index sought_word_idx on sought [outside a transaction]
    DROP INDEX sought_word_idx ON dbo.sought;
  update rows of loose [outside a transaction]
    UPDATE dbo.loose SET price = 0 WHERE price IS NULL;
  set not null on sought.times
    ALTER TABLE dbo.sought ALTER COLUMN times INT NOT NULL;
  set not null on loose.price
    ALTER TABLE dbo.loose ALTER COLUMN price DECIMAL(10,2) NOT NULL;
  create index sought_word_idx on sought
    CREATE INDEX sought_word_idx ON dbo.sought (word);
