# upgrade insert_select
  create table archive
    CREATE TABLE dbo.archive (
      id BIGINT NOT NULL,
      email VARCHAR(320) NULL,
      CONSTRAINT archive_pkey PRIMARY KEY (id)
    );
  insert rows of a query into archive
    INSERT INTO dbo.archive (id, email)
    select id, email from customer where name is not null;
