# upgrade add_to_held
  add column sought.seen, drop default of sought.times
    ALTER TABLE sought
      ADD COLUMN seen TIMESTAMP,
      ALTER COLUMN times DROP DEFAULT;
  comment on column sought.times
    COMMENT ON COLUMN sought.times IS 'Since the last report';
  add column owner.city
    ALTER TABLE owner ADD COLUMN city VARCHAR(80) DEFAULT 'Bern';
