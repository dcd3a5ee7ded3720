# upgrade default_empty_text
  create table person
    CREATE TABLE dbo.person (
      id INT NOT NULL,
      nick VARCHAR(20) NULL CONSTRAINT person_nick_default DEFAULT N'',
      CONSTRAINT person_pkey PRIMARY KEY (id)
    );
