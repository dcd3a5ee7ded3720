# downgrade type_and_null_at_once
  drop default of part.weight, drop not null on part.weight
    ALTER TABLE part MODIFY (weight DEFAULT NULL NULL);
  change type of part.weight to integer: drop constraint part_weight_known
    ALTER TABLE part DROP CONSTRAINT part_weight_known;
  change type of part.weight to integer: a column for the new values
    ALTER TABLE part ADD (migc_weight NUMBER(10));
  change type of part.weight to integer: convert the values
    UPDATE part SET migc_weight = weight, weight = NULL;
  change type of part.weight to integer: the type [loses data]
    ALTER TABLE part MODIFY (weight NUMBER(10));
  change type of part.weight to integer: the new values
    UPDATE part SET weight = migc_weight WHERE weight IS NULL;
  change type of part.weight to integer: drop the column beside it
    ALTER TABLE part DROP COLUMN migc_weight;
  change type of part.weight to integer: put back constraint part_weight_known
    ALTER TABLE part ADD CONSTRAINT part_weight_known UNIQUE (weight, code);
