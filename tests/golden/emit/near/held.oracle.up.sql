# upgrade held
  drop column sought.times [loses data]
    ALTER TABLE sought DROP COLUMN times;
  rename column owner.name to title
    ALTER TABLE owner RENAME COLUMN name TO title;
  rename table owned to possession
    ALTER TABLE owned RENAME TO possession;
  change type of possession.pages to bigint
    ALTER TABLE possession MODIFY (pages NUMBER(19));
  rename column possession.owner_id to holder_id
    ALTER TABLE possession RENAME COLUMN owner_id TO holder_id;
  drop column possession.holder_id [loses data]
    ALTER TABLE possession DROP COLUMN holder_id;
