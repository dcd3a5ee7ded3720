# downgrade precision
  change type of part.price to decimal(8,2): drop index part_by_price
    DROP INDEX part_by_price;
  change type of part.price to decimal(8,2): drop constraint part_price_positive
    ALTER TABLE part DROP CONSTRAINT part_price_positive;
  change type of part.price to decimal(8,2): a column for the new values
    ALTER TABLE part ADD (migc_price NUMBER(8,2));
  change type of part.price to decimal(8,2): nothing that keeps the column from being empty
    ALTER TABLE part MODIFY (price DEFAULT NULL NULL);
  change type of part.price to decimal(8,2): convert the values
    UPDATE part SET migc_price = price, price = NULL;
  change type of part.price to decimal(8,2): the type [loses data]
    ALTER TABLE part MODIFY (price NUMBER(8,2));
  change type of part.price to decimal(8,2): the new values
    UPDATE part SET price = migc_price WHERE price IS NULL;
  change type of part.price to decimal(8,2): what else the column has
    ALTER TABLE part MODIFY (price DEFAULT 0 NOT NULL);
  change type of part.price to decimal(8,2): drop the column beside it
    ALTER TABLE part DROP COLUMN migc_price;
  change type of part.price to decimal(8,2): put back constraint part_price_positive
    ALTER TABLE part ADD CONSTRAINT part_price_positive CHECK (price >= 0);
  change type of part.price to decimal(8,2): put back index part_by_price
    CREATE INDEX part_by_price ON part (price DESC);
