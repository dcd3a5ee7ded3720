# downgrade held
  add column possession.holder_id
    ALTER TABLE possession ADD COLUMN holder_id BIGINT NOT NULL CONSTRAINT owned_owner_id_fkey REFERENCES owner (id);
  rename column possession.holder_id to owner_id
    ALTER TABLE possession RENAME COLUMN holder_id TO owner_id;
  change type of possession.pages to integer [loses data]
    ALTER TABLE possession ALTER COLUMN pages TYPE INTEGER;
  rename table possession to owned
    ALTER TABLE possession RENAME TO owned;
  rename column owner.title to name
    ALTER TABLE owner RENAME COLUMN title TO name;
  add column sought.times
    ALTER TABLE sought ADD COLUMN times INTEGER DEFAULT 0;
