# downgrade refused
