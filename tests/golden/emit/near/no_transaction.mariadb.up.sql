# upgrade no_transaction
  drop index sought_word_idx on sought
    DROP INDEX sought_word_idx ON sought;
  update rows of loose
    UPDATE loose SET price = 0 WHERE price IS NULL;
  set not null on sought.times
    ALTER TABLE sought MODIFY COLUMN times INT NOT NULL DEFAULT 0;
  set not null on loose.price
    ALTER TABLE loose MODIFY COLUMN price DECIMAL(10,2) NOT NULL;
  create index sought_word_idx on sought
    CREATE INDEX sought_word_idx ON sought (word);
