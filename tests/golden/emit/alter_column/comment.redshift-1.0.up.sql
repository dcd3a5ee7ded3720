# upgrade comment
  comment on column customer.name
    COMMENT ON COLUMN customer.name IS 'It''s the name';
  remove comment of column customer.name
    COMMENT ON COLUMN customer.name IS NULL;
  comment on column customer.level
    COMMENT ON COLUMN customer.level IS 'From 1 to 9';
  comment on table customer
    COMMENT ON TABLE customer IS 'Those who buy';
  comment on table purchase
    COMMENT ON TABLE purchase IS 'What was bought';
  comment on column purchase.note
    COMMENT ON COLUMN purchase.note IS 'Free text';
