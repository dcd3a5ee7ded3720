# upgrade comment
  comment on column customer.name [outside a transaction]
    COMMENT ON COLUMN customer.name IS 'It''s the name';
  remove comment of column customer.name [outside a transaction]
    COMMENT ON COLUMN customer.name IS NULL;
  comment on column customer.level [outside a transaction]
    COMMENT ON COLUMN customer.level IS 'From 1 to 9';
  comment on table customer [outside a transaction]
    COMMENT ON TABLE customer IS 'Those who buy';
  comment on table purchase [outside a transaction]
    COMMENT ON TABLE purchase IS 'What was bought';
  comment on column purchase.note [outside a transaction]
    COMMENT ON COLUMN purchase.note IS 'Free text';
