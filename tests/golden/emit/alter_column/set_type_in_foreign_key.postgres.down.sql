# downgrade set_type_in_foreign_key
  change type of city.country to varchar(2) [loses data]
    ALTER TABLE city ALTER COLUMN country TYPE VARCHAR(2);
  drop table city [loses data]
    DROP TABLE city;
  drop table country [loses data]
    DROP TABLE country;
