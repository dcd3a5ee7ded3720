# upgrade deferrable
  create table node
    CREATE TABLE node (
      id NUMBER(10) NOT NULL,
      parent NUMBER(10),
      next NUMBER(10),
      CONSTRAINT node_pkey PRIMARY KEY (id),
      CONSTRAINT node_parent_fkey FOREIGN KEY (parent) REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
      CONSTRAINT node_next_fkey FOREIGN KEY (next) REFERENCES node (id) NOT DEFERRABLE
    );
