# downgrade prefix_length
  drop index purchase_note_prefix on purchase
    DROP INDEX purchase_note_prefix ON purchase;
