# downgrade drop_column_if_exists
