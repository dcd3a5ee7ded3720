# downgrade rows_and_table
  drop column loose.sold [loses data]
    ALTER TABLE dbo.loose DROP COLUMN sold;
