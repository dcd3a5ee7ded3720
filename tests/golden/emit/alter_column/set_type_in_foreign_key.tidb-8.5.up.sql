# upgrade set_type_in_foreign_key
  create table country
    CREATE TABLE country (
      code VARCHAR(2) NOT NULL,
      PRIMARY KEY (code)
    );
  create table city
    CREATE TABLE city (
      id INT NOT NULL,
      country VARCHAR(2),
      PRIMARY KEY (id),
      CONSTRAINT city_country_fkey FOREIGN KEY (country) REFERENCES country (code),
      INDEX city_country_idx (country)
    );
  make way: drop foreign key city.city_country_fkey
    ALTER TABLE city DROP FOREIGN KEY city_country_fkey;
  change type of city.country to varchar(20)
    ALTER TABLE city MODIFY COLUMN country VARCHAR(20);
  put back foreign key city.city_country_fkey
    ALTER TABLE city ADD CONSTRAINT city_country_fkey FOREIGN KEY (country) REFERENCES country (code);
