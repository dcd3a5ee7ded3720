# downgrade partial
  drop index purchase_big on purchase
    DROP INDEX purchase_big ON dbo.purchase;
