# upgrade delete
  delete rows of purchase
    DELETE FROM purchase WHERE placed_at < TIMESTAMP '2020-01-01 00:00:00';
