# upgrade set_default
  set default of customer.name
    ALTER TABLE customer MODIFY (name DEFAULT 'nobody');
