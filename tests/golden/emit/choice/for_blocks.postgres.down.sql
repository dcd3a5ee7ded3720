# downgrade for_blocks
  drop index purchase_note_hash on purchase
    DROP INDEX purchase_note_hash;
