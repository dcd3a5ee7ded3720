# upgrade rows_that_wait_for_a_deferred_key
  create table page
    CREATE TABLE page (
      id BIGINT NOT NULL,
      next BIGINT,
      title VARCHAR(40),
      CONSTRAINT page_pkey PRIMARY KEY (id)
    );
  add foreign key page_next_fk to page
    ALTER TABLE page ADD CONSTRAINT page_next_fk FOREIGN KEY (next) REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED;
  insert 2 rows into page
    INSERT INTO page (id, next, title) VALUES
      (1, 2, 'first'),
      (2, 1, 'second');
  rows that wait for a check are checked before their table is changed
    SET CONSTRAINTS page_next_fk IMMEDIATE;
  rows that wait for a check are checked before their table is changed
    SET CONSTRAINTS page_next_fk DEFERRED;
  add column page.shelf
    ALTER TABLE page ADD COLUMN shelf INTEGER;
  insert 2 rows into page
    INSERT INTO page (id, next, title) VALUES
      (3, 4, 'third'),
      (4, 3, 'fourth');
