# upgrade held
  drop column sought.times [loses data]
    ALTER TABLE sought DROP COLUMN times;
  rename column owner.name to title
    ALTER TABLE owner RENAME COLUMN name TO title;
  rename table owned to possession
    RENAME TABLE owned TO possession;
  make way: drop check possession.owned_pages_check
    ALTER TABLE possession DROP CONSTRAINT owned_pages_check;
  change type of possession.pages to bigint
    ALTER TABLE possession MODIFY COLUMN pages BIGINT;
  change type of possession.pages to bigint [up front]
    require SELECT CAST(@@GLOBAL.tidb_enable_check_constraint AS CHAR) IN ('1', 'ON')
    else check owned_pages_check would be read and forgotten: SET GLOBAL tidb_enable_check_constraint = ON, and run the script again
  put back check possession.owned_pages_check
    ALTER TABLE possession ADD CONSTRAINT owned_pages_check CHECK (pages > 0);
  rename column possession.owner_id to holder_id
    ALTER TABLE possession RENAME COLUMN owner_id TO holder_id;
  drop column possession.holder_id [loses data]
    ALTER TABLE possession DROP FOREIGN KEY owned_owner_id_fkey;
  drop column possession.holder_id [loses data]
    ALTER TABLE possession DROP COLUMN holder_id;
