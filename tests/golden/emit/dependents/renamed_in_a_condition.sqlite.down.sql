# downgrade renamed_in_a_condition
  rename column part.gone to sold
    ALTER TABLE part RENAME COLUMN gone TO sold;
  drop index part_not_sold on part
    DROP INDEX part_not_sold;
