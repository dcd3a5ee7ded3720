# upgrade keys_of_any_type
  create table reading
    CREATE TABLE reading (
      id BIGINT NOT NULL,
      span INTERVAL,
      tags VARCHAR(20)[],
      extra JSONB,
      CONSTRAINT reading_pkey PRIMARY KEY (id)
    );
  create index reading_span on reading
    CREATE INDEX reading_span ON reading (span);
  add unique constraint reading_tags_key to reading
    ALTER TABLE reading ADD CONSTRAINT reading_tags_key UNIQUE (tags);
  add column reading.since
    ALTER TABLE reading ADD COLUMN since INTERVAL CONSTRAINT reading_since_key UNIQUE;
