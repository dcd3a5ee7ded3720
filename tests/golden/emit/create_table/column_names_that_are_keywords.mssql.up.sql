# upgrade column_names_that_are_keywords
  create table table
    CREATE TABLE dbo.[table] (
      [key] INT NOT NULL,
      type NVARCHAR(MAX) NULL,
      [order] INT NULL,
      [from] DATE NULL,
      [default] NVARCHAR(MAX) NULL,
      timestamp DATETIME2 NULL,
      revision NVARCHAR(MAX) NULL,
      [unique] BIT NULL,
      [primary] BIT NULL,
      [index] INT NULL,
      [end] DATE NULL,
      start DATE NULL,
      [trigger] NVARCHAR(MAX) NULL,
      limit INT NULL,
      [select] NVARCHAR(MAX) NULL,
      [user] NVARCHAR(MAX) NULL,
      CONSTRAINT table_pkey PRIMARY KEY ([key])
    );
