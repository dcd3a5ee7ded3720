# downgrade held
  add column possession.holder_id
    ALTER TABLE possession
      ADD COLUMN holder_id BIGINT NOT NULL AFTER id,
      ADD INDEX owned_owner_id_fkey (holder_id),
      ADD CONSTRAINT owned_owner_id_fkey FOREIGN KEY (holder_id) REFERENCES owner (id);
  rename column possession.holder_id to owner_id
    ALTER TABLE possession RENAME COLUMN holder_id TO owner_id;
  change type of possession.pages to integer [loses data]
    ALTER TABLE possession MODIFY COLUMN pages INT;
  rename table possession to owned
    RENAME TABLE possession TO owned;
  rename column owner.title to name
    ALTER TABLE owner RENAME COLUMN title TO name;
  add column sought.times
    ALTER TABLE sought ADD COLUMN times INT DEFAULT 0;
