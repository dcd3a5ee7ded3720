# downgrade no_transaction
  drop index sought_word_idx on sought
    DROP INDEX sought_word_idx;
  drop not null on loose.price
    ALTER TABLE loose MODIFY (price NULL);
  drop not null on sought.times
    ALTER TABLE sought MODIFY (times NULL);
  create index sought_word_idx on sought
    CREATE INDEX sought_word_idx ON sought (word);
