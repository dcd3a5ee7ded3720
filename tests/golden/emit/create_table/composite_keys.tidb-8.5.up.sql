# upgrade composite_keys
  create table parent
    CREATE TABLE parent (
      a INT NOT NULL,
      b VARCHAR(10) NOT NULL,
      PRIMARY KEY (a, b)
    );
  create table child
    CREATE TABLE child (
      id INT NOT NULL,
      a INT,
      b VARCHAR(10),
      PRIMARY KEY (id),
      CONSTRAINT child_parent FOREIGN KEY (a, b) REFERENCES parent (a, b) ON DELETE SET NULL ON UPDATE CASCADE,
      CONSTRAINT child_a_id_key UNIQUE (a, id),
      CONSTRAINT child_b_key UNIQUE (b),
      INDEX child_parent (a, b)
    );
