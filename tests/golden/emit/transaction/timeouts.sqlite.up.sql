# upgrade timeouts
  set timeouts (the script holds the lock of the whole file already, and SQLite limits no statement)
  add column customer.a
    ALTER TABLE customer ADD COLUMN a INTEGER;
