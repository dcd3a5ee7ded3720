# downgrade rows_and_table
  drop column loose.sold [loses data]
    ALTER TABLE loose DROP COLUMN sold;
