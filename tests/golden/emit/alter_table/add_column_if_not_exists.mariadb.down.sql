# downgrade add_column_if_not_exists
