# upgrade no_transaction
  drop index sought_word_idx on sought [outside a transaction]
    DROP INDEX sought@sought_word_idx;
  update rows of loose [outside a transaction]
    UPDATE loose SET price = 0 WHERE price IS NULL;
  set not null on sought.times [outside a transaction]
    ALTER TABLE sought ALTER COLUMN times SET NOT NULL;
  set not null on loose.price [outside a transaction]
    ALTER TABLE loose ALTER COLUMN price SET NOT NULL;
  create index sought_word_idx on sought [outside a transaction]
    CREATE INDEX sought_word_idx ON sought (word);
