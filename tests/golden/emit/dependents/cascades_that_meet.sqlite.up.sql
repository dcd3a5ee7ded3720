# upgrade cascades_that_meet
  create table delivery
    CREATE TABLE delivery (
      id INTEGER NOT NULL,
      stock_id BIGINT,
      from_id BIGINT,
      CONSTRAINT delivery_pkey PRIMARY KEY (id),
      CONSTRAINT delivery_stock_id_fkey FOREIGN KEY (stock_id) REFERENCES stock (id) ON DELETE CASCADE,
      CONSTRAINT delivery_from_id_fkey FOREIGN KEY (from_id) REFERENCES stock (id) ON DELETE SET NULL
    );
