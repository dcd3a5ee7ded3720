# upgrade set_not_null
  set not null on customer.name
    ALTER TABLE customer MODIFY (name NOT NULL);
