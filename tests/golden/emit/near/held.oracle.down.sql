# downgrade held
  add column possession.holder_id
    ALTER TABLE possession ADD (holder_id NUMBER(19) NOT NULL CONSTRAINT owned_owner_id_fkey REFERENCES owner (id));
  rename column possession.holder_id to owner_id
    ALTER TABLE possession RENAME COLUMN holder_id TO owner_id;
  change type of possession.pages to integer: drop constraint owned_pages_check
    ALTER TABLE possession DROP CONSTRAINT owned_pages_check;
  change type of possession.pages to integer: a column for the new values
    ALTER TABLE possession ADD (migc_pages NUMBER(10));
  change type of possession.pages to integer: convert the values
    UPDATE possession SET migc_pages = pages, pages = NULL;
  change type of possession.pages to integer: the type [loses data]
    ALTER TABLE possession MODIFY (pages NUMBER(10));
  change type of possession.pages to integer: the new values
    UPDATE possession SET pages = migc_pages WHERE pages IS NULL;
  change type of possession.pages to integer: drop the column beside it
    ALTER TABLE possession DROP COLUMN migc_pages;
  change type of possession.pages to integer: put back constraint owned_pages_check
    ALTER TABLE possession ADD CONSTRAINT owned_pages_check CHECK (pages > 0);
  rename table possession to owned
    ALTER TABLE possession RENAME TO owned;
  rename column owner.title to name
    ALTER TABLE owner RENAME COLUMN title TO name;
  add column sought.times
    ALTER TABLE sought ADD (times NUMBER(10) DEFAULT 0);
