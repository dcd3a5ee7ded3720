# downgrade rows_and_table
  drop column loose.sold [outside a transaction] [loses data]
    ALTER TABLE loose DROP COLUMN sold;
