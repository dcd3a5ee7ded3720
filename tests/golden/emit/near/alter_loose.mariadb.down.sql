# downgrade alter_loose
  add column loose.extra
    ALTER TABLE loose ADD COLUMN extra INT AFTER remark;
  rename column loose.remark to note
    ALTER TABLE loose RENAME COLUMN remark TO note;
  set not null on loose.title, drop not null on loose.price, drop default of loose.price, and 3 more [loses data]
    ALTER TABLE loose
      MODIFY COLUMN title VARCHAR(80) NOT NULL,
      MODIFY COLUMN price DECIMAL(10,2),
      DROP COLUMN shelf,
      DROP COLUMN stock;
