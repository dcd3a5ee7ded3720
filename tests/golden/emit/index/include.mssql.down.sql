# downgrade include
  drop index purchase_covering on purchase
    DROP INDEX purchase_covering ON dbo.purchase;
