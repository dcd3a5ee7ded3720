# upgrade deferrable
  create table node [outside a transaction]
    CREATE TABLE node (
      id INTEGER NOT NULL,
      parent INTEGER,
      next INTEGER,
      CONSTRAINT node_pkey PRIMARY KEY (id),
      CONSTRAINT node_parent_fkey FOREIGN KEY (parent) REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
      CONSTRAINT node_next_fkey FOREIGN KEY (next) REFERENCES node (id) NOT DEFERRABLE
    );
