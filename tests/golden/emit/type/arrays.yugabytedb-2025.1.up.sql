# upgrade arrays
  create table tagged [outside a transaction]
    CREATE TABLE tagged (
      id INTEGER NOT NULL,
      tags VARCHAR(20)[] NOT NULL,
      grid INTEGER[][],
      CONSTRAINT tagged_pkey PRIMARY KEY (id)
    );
