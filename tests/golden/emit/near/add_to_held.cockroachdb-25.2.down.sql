# downgrade add_to_held
  drop column owner.city [outside a transaction] [loses data]
    ALTER TABLE owner DROP COLUMN city;
  remove comment of column sought.times [outside a transaction]
    COMMENT ON COLUMN sought.times IS NULL;
  set default of sought.times [outside a transaction]
    ALTER TABLE sought ALTER COLUMN times SET DEFAULT 0;
  drop column sought.seen [outside a transaction] [loses data]
    ALTER TABLE sought DROP COLUMN seen;
