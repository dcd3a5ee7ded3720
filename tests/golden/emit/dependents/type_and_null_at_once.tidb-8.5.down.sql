# downgrade type_and_null_at_once
  drop default of part.weight
    ALTER TABLE part ALTER COLUMN weight DROP DEFAULT;
  drop not null on part.weight
    ALTER TABLE part MODIFY COLUMN weight BIGINT;
  change type of part.weight to integer [loses data]
    ALTER TABLE part MODIFY COLUMN weight INT;
