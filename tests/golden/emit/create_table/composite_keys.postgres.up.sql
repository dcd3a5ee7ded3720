# upgrade composite_keys
  create table parent
    CREATE TABLE parent (
      a INTEGER NOT NULL,
      b VARCHAR(10) NOT NULL,
      CONSTRAINT parent_pkey PRIMARY KEY (a, b)
    );
  create table child
    CREATE TABLE child (
      id INTEGER NOT NULL,
      a INTEGER,
      b VARCHAR(10),
      CONSTRAINT child_pkey PRIMARY KEY (id),
      CONSTRAINT child_parent FOREIGN KEY (a, b) REFERENCES parent (a, b) ON DELETE SET NULL ON UPDATE CASCADE,
      CONSTRAINT child_a_id_key UNIQUE (a, id),
      CONSTRAINT child_b_key UNIQUE (b)
    );
