# downgrade no_transaction
  drop index sought_word_idx on sought
    DROP INDEX sought_word_idx ON sought;
  drop not null on loose.price
    ALTER TABLE loose MODIFY COLUMN price DECIMAL(10,2);
  drop not null on sought.times
    ALTER TABLE sought MODIFY COLUMN times INT DEFAULT 0;
  create index sought_word_idx on sought
    CREATE INDEX sought_word_idx ON sought (word);
