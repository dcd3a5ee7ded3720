# upgrade add_to_held
  add column sought.seen
    ALTER TABLE sought ADD (seen TIMESTAMP);
  drop default of sought.times
    ALTER TABLE sought MODIFY (times DEFAULT NULL);
  comment on column sought.times
    COMMENT ON COLUMN sought.times IS 'Since the last report';
  add column owner.city
    ALTER TABLE owner ADD (city VARCHAR2(80 CHAR) DEFAULT 'Bern');
