# downgrade include
  drop index purchase_covering on purchase [outside a transaction]
    DROP INDEX purchase@purchase_covering;
