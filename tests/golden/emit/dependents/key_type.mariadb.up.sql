# upgrade key_type
  drop table stock [loses data]
    DROP TABLE stock;
  change type of part.code to integer
    ALTER TABLE part MODIFY COLUMN code INT NOT NULL;
