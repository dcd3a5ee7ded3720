# downgrade for_blocks
  drop index purchase_note_plain on purchase
    DROP INDEX purchase_note_plain ON dbo.purchase;
