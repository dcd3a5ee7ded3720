# downgrade delete
