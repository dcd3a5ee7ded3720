# downgrade partial
  drop index purchase_big on purchase [outside a transaction]
    DROP INDEX purchase@purchase_big;
