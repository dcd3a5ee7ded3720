# upgrade method_and_opclass
  create index purchase_note_pattern on purchase
    CREATE INDEX purchase_note_pattern ON purchase USING btree (note text_pattern_ops);
