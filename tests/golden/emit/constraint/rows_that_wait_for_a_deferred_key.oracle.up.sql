# upgrade rows_that_wait_for_a_deferred_key
  create table page
    CREATE TABLE page (
      id NUMBER(19) NOT NULL,
      next NUMBER(19),
      title VARCHAR2(40 CHAR),
      CONSTRAINT page_pkey PRIMARY KEY (id)
    );
  add foreign key page_next_fk to page
    ALTER TABLE page ADD CONSTRAINT page_next_fk FOREIGN KEY (next) REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED;
  insert 2 rows into page
    BEGIN
      INSERT INTO page (id, next, title) VALUES (1, 2, 'first');
      INSERT INTO page (id, next, title) VALUES (2, 1, 'second');
    END;
  add column page.shelf
    ALTER TABLE page ADD (shelf NUMBER(10));
  insert 2 rows into page
    BEGIN
      INSERT INTO page (id, next, title) VALUES (3, 4, 'third');
      INSERT INTO page (id, next, title) VALUES (4, 3, 'fourth');
    END;
