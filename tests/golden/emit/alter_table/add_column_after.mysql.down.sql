# downgrade add_column_after
  drop column customer.title, drop column customer.first_name [loses data]
    ALTER TABLE customer
      DROP COLUMN title,
      DROP COLUMN first_name;
