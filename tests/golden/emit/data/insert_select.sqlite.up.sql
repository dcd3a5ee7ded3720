# upgrade insert_select
  create table archive
    CREATE TABLE archive (
      id BIGINT NOT NULL,
      email VARCHAR(320),
      CONSTRAINT archive_pkey PRIMARY KEY (id)
    );
  insert rows of a query into archive
    INSERT INTO archive (id, email)
    select id, email from customer where name is not null;
