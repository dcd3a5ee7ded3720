# downgrade held
  add column possession.holder_id
    ALTER TABLE possession ADD COLUMN holder_id BIGINT NOT NULL AFTER id;
  add column possession.holder_id
    ALTER TABLE possession ADD INDEX owned_owner_id_fkey (holder_id);
  add column possession.holder_id
    ALTER TABLE possession ADD CONSTRAINT owned_owner_id_fkey FOREIGN KEY (holder_id) REFERENCES owner (id);
  rename column possession.holder_id to owner_id
    ALTER TABLE possession RENAME COLUMN holder_id TO owner_id;
  make way: drop check possession.owned_pages_check
    ALTER TABLE possession DROP CONSTRAINT owned_pages_check;
  change type of possession.pages to integer [loses data]
    ALTER TABLE possession MODIFY COLUMN pages INT;
  change type of possession.pages to integer [up front]
    require SELECT CAST(@@GLOBAL.tidb_enable_check_constraint AS CHAR) IN ('1', 'ON')
    else check owned_pages_check would be read and forgotten: SET GLOBAL tidb_enable_check_constraint = ON, and run the script again
  put back check possession.owned_pages_check
    ALTER TABLE possession ADD CONSTRAINT owned_pages_check CHECK (pages > 0);
  rename table possession to owned
    RENAME TABLE possession TO owned;
  rename column owner.title to name
    ALTER TABLE owner RENAME COLUMN title TO name;
  add column sought.times
    ALTER TABLE sought ADD COLUMN times INT DEFAULT 0;
