# upgrade for_blocks
  create index purchase_note_hash on purchase
    CREATE INDEX purchase_note_hash ON purchase USING hash (note);
