# upgrade composite_keys
  create table parent
    CREATE TABLE dbo.parent (
      a INT NOT NULL,
      b VARCHAR(10) NOT NULL,
      CONSTRAINT parent_pkey PRIMARY KEY (a, b)
    );
  create table child
    CREATE TABLE dbo.child (
      id INT NOT NULL,
      a INT NULL,
      b VARCHAR(10) NULL,
      CONSTRAINT child_pkey PRIMARY KEY (id),
      CONSTRAINT child_parent FOREIGN KEY (a, b) REFERENCES dbo.parent (a, b) ON DELETE SET NULL ON UPDATE CASCADE,
      CONSTRAINT child_a_id_key UNIQUE (a, id),
      CONSTRAINT child_b_key UNIQUE (b)
    );
