# downgrade rows_that_wait_for_a_deferred_key
  delete rows of page
    DELETE FROM page WHERE id IN (3, 4);
  rows that wait for a check are checked before their table is changed
    SET CONSTRAINTS page_next_fk IMMEDIATE;
  rows that wait for a check are checked before their table is changed
    SET CONSTRAINTS page_next_fk DEFERRED;
  drop column page.shelf [loses data]
    ALTER TABLE page DROP COLUMN shelf;
  delete rows of page
    DELETE FROM page WHERE id IN (1, 2);
  rows that wait for a check are checked before their table is changed
    SET CONSTRAINTS page_next_fk IMMEDIATE;
  rows that wait for a check are checked before their table is changed
    SET CONSTRAINTS page_next_fk DEFERRED;
  drop constraint page_next_fk of page
    ALTER TABLE page DROP CONSTRAINT page_next_fk;
  drop table page [loses data]
    DROP TABLE page;
