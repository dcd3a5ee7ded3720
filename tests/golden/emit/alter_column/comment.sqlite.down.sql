# downgrade comment
  remove comment of column purchase.note (SQLite keeps no comments)
  remove comment of table purchase (SQLite keeps no comments)
  comment on table customer (SQLite keeps no comments)
  remove comment of column customer.level (SQLite keeps no comments)
  comment on column customer.name (SQLite keeps no comments)
  remove comment of column customer.name (SQLite keeps no comments)
