# downgrade per_dialect
