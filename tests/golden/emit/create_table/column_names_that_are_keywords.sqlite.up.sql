# upgrade column_names_that_are_keywords
  create table table
    CREATE TABLE "table" (
      "key" INTEGER NOT NULL,
      type TEXT,
      "order" INTEGER,
      "from" DATE,
      "default" TEXT,
      timestamp DATETIME,
      revision TEXT,
      "unique" BOOLEAN,
      "primary" BOOLEAN,
      "index" INTEGER,
      "end" DATE,
      start DATE,
      "trigger" TEXT,
      "limit" INTEGER,
      "select" TEXT,
      user TEXT,
      CONSTRAINT table_pkey PRIMARY KEY ("key")
    );
