# downgrade held
  add column possession.holder_id [outside a transaction]
    ALTER TABLE possession ADD COLUMN holder_id INT8 NOT NULL;
  add column possession.holder_id [outside a transaction]
    ALTER TABLE possession ADD CONSTRAINT owned_owner_id_fkey FOREIGN KEY (holder_id) REFERENCES owner (id);
  rename column possession.holder_id to owner_id [outside a transaction]
    ALTER TABLE possession RENAME COLUMN holder_id TO owner_id;
  change type of possession.pages to integer [outside a transaction] [loses data]
    ALTER TABLE possession ALTER COLUMN pages TYPE INT4;
  rename table possession to owned [outside a transaction]
    ALTER TABLE possession RENAME TO owned;
  rename column owner.title to name [outside a transaction]
    ALTER TABLE owner RENAME COLUMN title TO name;
  add column sought.times [outside a transaction]
    ALTER TABLE sought ADD COLUMN times INT4 DEFAULT 0;
