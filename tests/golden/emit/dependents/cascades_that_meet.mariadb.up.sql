# upgrade cascades_that_meet
  create table delivery
    CREATE TABLE delivery (
      id INT NOT NULL,
      stock_id BIGINT,
      from_id BIGINT,
      PRIMARY KEY (id),
      CONSTRAINT delivery_stock_id_fkey FOREIGN KEY (stock_id) REFERENCES stock (id) ON DELETE CASCADE,
      CONSTRAINT delivery_from_id_fkey FOREIGN KEY (from_id) REFERENCES stock (id) ON DELETE SET NULL,
      INDEX delivery_stock_id_fkey (stock_id),
      INDEX delivery_from_id_fkey (from_id)
    );
