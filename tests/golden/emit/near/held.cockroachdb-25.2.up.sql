# upgrade held
  drop column sought.times [outside a transaction] [loses data]
    ALTER TABLE sought DROP COLUMN times;
  rename column owner.name to title [outside a transaction]
    ALTER TABLE owner RENAME COLUMN name TO title;
  rename table owned to possession [outside a transaction]
    ALTER TABLE owned RENAME TO possession;
  change type of possession.pages to bigint [outside a transaction]
    ALTER TABLE possession ALTER COLUMN pages TYPE INT8;
  rename column possession.owner_id to holder_id [outside a transaction]
    ALTER TABLE possession RENAME COLUMN owner_id TO holder_id;
  drop column possession.holder_id [outside a transaction] [loses data]
    ALTER TABLE possession DROP COLUMN holder_id;
