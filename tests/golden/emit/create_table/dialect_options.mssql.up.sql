# upgrade dialect_options
  create table hot
    CREATE TABLE dbo.hot (
      id INT NOT NULL,
      payload NVARCHAR(MAX) NULL,
      CONSTRAINT hot_pkey PRIMARY KEY (id)
    );
