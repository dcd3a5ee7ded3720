# downgrade method_and_opclass
  drop index purchase_note_pattern on purchase
    DROP INDEX purchase_note_pattern;
