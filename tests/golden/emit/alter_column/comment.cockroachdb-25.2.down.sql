# downgrade comment
  remove comment of column purchase.note [outside a transaction]
    COMMENT ON COLUMN purchase.note IS NULL;
  remove comment of table purchase [outside a transaction]
    COMMENT ON TABLE purchase IS NULL;
  comment on table customer [outside a transaction]
    COMMENT ON TABLE customer IS 'One row per customer';
  remove comment of column customer.level [outside a transaction]
    COMMENT ON COLUMN customer.level IS NULL;
  comment on column customer.name [outside a transaction]
    COMMENT ON COLUMN customer.name IS 'It''s the name';
  remove comment of column customer.name [outside a transaction]
    COMMENT ON COLUMN customer.name IS NULL;
