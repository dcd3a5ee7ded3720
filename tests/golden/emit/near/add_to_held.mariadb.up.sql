# upgrade add_to_held
  add column sought.seen, drop default of sought.times, comment on column sought.times
    ALTER TABLE sought
      ADD COLUMN seen DATETIME,
      MODIFY COLUMN times INT COMMENT 'Since the last report';
  add column owner.city
    ALTER TABLE owner ADD COLUMN city VARCHAR(80) DEFAULT 'Bern';
