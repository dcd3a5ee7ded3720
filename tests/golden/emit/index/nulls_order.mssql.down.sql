# downgrade nulls_order
  drop index purchase_note on purchase
    DROP INDEX purchase_note ON dbo.purchase;
