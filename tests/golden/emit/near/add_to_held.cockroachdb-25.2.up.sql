# upgrade add_to_held
  add column sought.seen [outside a transaction]
    ALTER TABLE sought ADD COLUMN seen TIMESTAMP;
  drop default of sought.times [outside a transaction]
    ALTER TABLE sought ALTER COLUMN times DROP DEFAULT;
  comment on column sought.times [outside a transaction]
    COMMENT ON COLUMN sought.times IS 'Since the last report';
  add column owner.city [outside a transaction]
    ALTER TABLE owner ADD COLUMN city VARCHAR(80) DEFAULT 'Bern';
