# upgrade renamed_in_a_condition
  create index part_not_sold on part
    CREATE INDEX part_not_sold ON part (code) WHERE NOT sold;
  rename column part.sold to gone
    ALTER TABLE part RENAME COLUMN sold TO gone;
