# downgrade type_and_null_at_once
  drop default of part.weight, drop not null on part.weight, change type of part.weight to integer [loses data]
    ALTER TABLE part MODIFY COLUMN weight INT;
