# upgrade add_to_held
  add column sought.seen
    ALTER TABLE sought ADD COLUMN seen TIMESTAMP;
  drop default of sought.times
    ALTER TABLE sought ALTER COLUMN times DROP DEFAULT;
  comment on column sought.times
    COMMENT ON COLUMN sought.times IS 'Since the last report';
  add column owner.city
    ALTER TABLE owner ADD COLUMN city VARCHAR(80) DEFAULT 'Bern';
