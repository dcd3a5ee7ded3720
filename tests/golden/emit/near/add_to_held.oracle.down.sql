# downgrade add_to_held
  drop column owner.city [loses data]
    ALTER TABLE owner DROP COLUMN city;
  remove comment of column sought.times
    COMMENT ON COLUMN sought.times IS '';
  set default of sought.times
    ALTER TABLE sought MODIFY (times DEFAULT 0);
  drop column sought.seen [loses data]
    ALTER TABLE sought DROP COLUMN seen;
