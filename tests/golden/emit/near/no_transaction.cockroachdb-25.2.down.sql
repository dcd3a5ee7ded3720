# downgrade no_transaction
  drop index sought_word_idx on sought [outside a transaction]
    DROP INDEX sought@sought_word_idx;
  drop not null on loose.price [outside a transaction]
    ALTER TABLE loose ALTER COLUMN price DROP NOT NULL;
  drop not null on sought.times [outside a transaction]
    ALTER TABLE sought ALTER COLUMN times DROP NOT NULL;
  create index sought_word_idx on sought [outside a transaction]
    CREATE INDEX sought_word_idx ON sought (word);
