# downgrade set_type_in_foreign_key
  make way: drop foreign key city.city_country_fkey
    ALTER TABLE city DROP FOREIGN KEY city_country_fkey;
  change type of city.country to varchar(2) [loses data]
    ALTER TABLE city MODIFY COLUMN country VARCHAR(2);
  put back foreign key city.city_country_fkey
    ALTER TABLE city ADD CONSTRAINT city_country_fkey FOREIGN KEY (country) REFERENCES country (code);
  drop table city [loses data]
    DROP TABLE city;
  drop table country [loses data]
    DROP TABLE country;
