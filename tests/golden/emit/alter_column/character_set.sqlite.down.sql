# downgrade character_set
  change character set of customer.name (nothing to change on SQLite)
