# upgrade nulls_order
  create index purchase_note on purchase [outside a transaction]
    CREATE INDEX purchase_note ON purchase (note ASC NULLS FIRST, placed_at DESC NULLS LAST);
