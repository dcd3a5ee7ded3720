# upgrade dropped_with_all_that_is_on_it
  drop column part.price [loses data]
    ALTER TABLE part DROP CONSTRAINT part_price_positive;
  drop column part.price [loses data]
    ALTER TABLE part DROP COLUMN price;
