# upgrade set_type_in_foreign_key
  create table country
    CREATE TABLE dbo.country (
      code VARCHAR(2) NOT NULL,
      CONSTRAINT country_pkey PRIMARY KEY (code)
    );
  create table city
    CREATE TABLE dbo.city (
      id INT NOT NULL,
      country VARCHAR(2) NULL,
      CONSTRAINT city_pkey PRIMARY KEY (id),
      CONSTRAINT city_country_fkey FOREIGN KEY (country) REFERENCES dbo.country (code)
    );
  create index city_country_idx on city
    CREATE INDEX city_country_idx ON dbo.city (country);
  make way for a change of city.country
    ALTER TABLE dbo.city DROP CONSTRAINT city_country_fkey;
  change type of city.country to varchar(20)
    ALTER TABLE dbo.city ALTER COLUMN country VARCHAR(20) NULL;
  put back what was on city.country
    ALTER TABLE dbo.city ADD CONSTRAINT city_country_fkey FOREIGN KEY (country) REFERENCES dbo.country (code);
