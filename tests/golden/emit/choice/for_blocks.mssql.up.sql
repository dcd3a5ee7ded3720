# upgrade for_blocks
  create index purchase_note_plain on purchase
    CREATE INDEX purchase_note_plain ON dbo.purchase (note);
