# upgrade prefix_length
  create index purchase_note_prefix on purchase
    CREATE INDEX purchase_note_prefix ON purchase (note(20));
