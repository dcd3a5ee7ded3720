# downgrade set_type_in_foreign_key
  change type of city.country to varchar(2) [loses data]
    ALTER TABLE city MODIFY (country VARCHAR2(2 CHAR));
  drop table city [loses data]
    DROP TABLE city;
  drop table country [loses data]
    DROP TABLE country;
