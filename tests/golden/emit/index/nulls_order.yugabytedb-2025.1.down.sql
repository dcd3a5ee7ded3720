# downgrade nulls_order
  drop index purchase_note on purchase [outside a transaction]
    DROP INDEX purchase_note;
