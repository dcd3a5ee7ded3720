# upgrade set_type_in_foreign_key
  create table country
    CREATE TABLE country (
      code VARCHAR(2) NOT NULL,
      CONSTRAINT country_pkey PRIMARY KEY (code)
    );
  create table city
    CREATE TABLE city (
      id INTEGER NOT NULL,
      country VARCHAR(2),
      CONSTRAINT city_pkey PRIMARY KEY (id),
      CONSTRAINT city_country_fkey FOREIGN KEY (country) REFERENCES country (code)
    );
  create index city_country_idx on city
    CREATE INDEX city_country_idx ON city (country);
  change type of city.country to varchar(20)
    ALTER TABLE city ALTER COLUMN country TYPE VARCHAR(20);
