# upgrade drop
  drop index purchase_placed on purchase
    DROP INDEX purchase_placed ON purchase;
