# downgrade add_column_after
  drop column customer.title, drop column customer.first_name [loses data]
    ALTER TABLE customer DROP (
      title,
      first_name
    );
