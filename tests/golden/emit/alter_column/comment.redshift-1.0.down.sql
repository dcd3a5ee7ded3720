# downgrade comment
  remove comment of column purchase.note
    COMMENT ON COLUMN purchase.note IS NULL;
  remove comment of table purchase
    COMMENT ON TABLE purchase IS NULL;
  comment on table customer
    COMMENT ON TABLE customer IS 'One row per customer';
  remove comment of column customer.level
    COMMENT ON COLUMN customer.level IS NULL;
  comment on column customer.name
    COMMENT ON COLUMN customer.name IS 'It''s the name';
  remove comment of column customer.name
    COMMENT ON COLUMN customer.name IS NULL;
