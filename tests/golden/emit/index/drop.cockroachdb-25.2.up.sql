# upgrade drop
  drop index purchase_placed on purchase [outside a transaction]
    DROP INDEX purchase@purchase_placed;
