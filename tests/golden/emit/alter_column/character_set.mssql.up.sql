# upgrade character_set
  change character set of customer.name: a character set per column is not followed here: customer.name
