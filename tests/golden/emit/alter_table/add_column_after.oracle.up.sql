# upgrade add_column_after
  add column customer.first_name, add column customer.title
    ALTER TABLE customer ADD (
      first_name VARCHAR2(50 CHAR),
      title VARCHAR2(10 CHAR)
    );
