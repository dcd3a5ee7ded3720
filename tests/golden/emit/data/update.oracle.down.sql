# downgrade update
