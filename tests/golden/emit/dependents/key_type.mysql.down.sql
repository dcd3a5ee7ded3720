# downgrade key_type
  change type of part.code to varchar(10)
    ALTER TABLE part MODIFY COLUMN code VARCHAR(10) NOT NULL;
  create table stock
    CREATE TABLE stock (
      id BIGINT NOT NULL AUTO_INCREMENT,
      part_code VARCHAR(10) NOT NULL,
      amount INT NOT NULL DEFAULT 1,
      PRIMARY KEY (id),
      CONSTRAINT stock_part_code_fkey FOREIGN KEY (part_code) REFERENCES part (code) ON UPDATE CASCADE,
      CONSTRAINT stock_amount_check CHECK (amount > 0),
      INDEX stock_part_code_fkey (part_code)
    );
