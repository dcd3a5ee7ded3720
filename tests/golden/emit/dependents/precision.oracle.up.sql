# upgrade precision
  change type of part.price to decimal(12,4): drop index part_by_price
    DROP INDEX part_by_price;
  change type of part.price to decimal(12,4): the type
    ALTER TABLE part MODIFY (price NUMBER(12,4));
  change type of part.price to decimal(12,4): put back index part_by_price
    CREATE INDEX part_by_price ON part (price DESC);
