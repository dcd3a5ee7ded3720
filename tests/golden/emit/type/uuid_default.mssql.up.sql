# upgrade uuid_default
  create table token
    CREATE TABLE dbo.token (
      id UNIQUEIDENTIFIER NOT NULL CONSTRAINT token_id_default DEFAULT NEWID(),
      name NVARCHAR(MAX) NULL,
      CONSTRAINT token_pkey PRIMARY KEY (id)
    );
