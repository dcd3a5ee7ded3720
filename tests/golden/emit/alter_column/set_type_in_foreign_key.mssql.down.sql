# downgrade set_type_in_foreign_key
  make way for a change of city.country
    ALTER TABLE dbo.city DROP CONSTRAINT city_country_fkey;
  make way for a change of city.country
    DROP INDEX city_country_idx ON dbo.city;
  change type of city.country to varchar(2) [loses data]
    ALTER TABLE dbo.city ALTER COLUMN country VARCHAR(2) NULL;
  put back what was on city.country
    CREATE INDEX city_country_idx ON dbo.city (country);
  put back what was on city.country
    ALTER TABLE dbo.city ADD CONSTRAINT city_country_fkey FOREIGN KEY (country) REFERENCES dbo.country (code);
  drop table city [loses data]
    DROP TABLE dbo.city;
  drop table country [loses data]
    DROP TABLE dbo.country;
