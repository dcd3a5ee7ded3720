# upgrade drop_without_table
  drop index purchase_placed on purchase
    DROP INDEX purchase_placed ON purchase;
