# downgrade set_type_in_foreign_key [foreign keys off]
  change type of city.country to varchar(2): rebuild of city: nothing on it that the migrations do not know
    require SELECT count(*) = 0 FROM (
      SELECT name FROM pragma_table_xinfo('city') WHERE name COLLATE NOCASE NOT IN ('id', 'country')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'city' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('city_country_idx')
      UNION ALL
      SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'city' COLLATE NOCASE
    )
    else table city has a column, index or trigger that is not as the migrations made it, and rebuilding the table would lose it
  rebuild of city: create the new table
    CREATE TABLE migc_new_city (
      id INTEGER NOT NULL,
      country VARCHAR(2),
      CONSTRAINT city_pkey PRIMARY KEY (id),
      CONSTRAINT city_country_fkey FOREIGN KEY (country) REFERENCES country (code)
    );
  rebuild of city: copy the rows
    INSERT INTO migc_new_city (id, country)
    SELECT id, country
    FROM city;
  rebuild of city: drop the old table [loses data]
    DROP TABLE city;
  rebuild of city: leave what names the table alone
    PRAGMA legacy_alter_table = ON;
  rebuild of city: take the name
    ALTER TABLE migc_new_city RENAME TO city;
  rebuild of city: renames follow again
    PRAGMA legacy_alter_table = OFF;
  rebuild of city: index city_country_idx again
    CREATE INDEX city_country_idx ON city (country);
  drop table city [loses data]
    DROP TABLE city;
  drop table country [loses data]
    DROP TABLE country;
