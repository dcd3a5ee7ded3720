# downgrade add_to_held
  drop column owner.city [loses data]
    ALTER TABLE owner DROP COLUMN city;
  remove comment of column sought.times, set default of sought.times, drop column sought.seen [loses data]
    ALTER TABLE sought
      MODIFY COLUMN times INT DEFAULT 0,
      DROP COLUMN seen;
