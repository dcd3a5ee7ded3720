# upgrade alter_loose
  add column loose.stock, add column loose.shelf
    ALTER TABLE loose ADD (
      stock NUMBER(10) DEFAULT 0 NOT NULL,
      shelf VARCHAR2(10 CHAR)
    );
  change type of loose.price to decimal(12,4), set default of loose.price, set not null on loose.price, and 1 more [loses data]
    ALTER TABLE loose MODIFY (
      price NUMBER(12,4) DEFAULT 1 NOT NULL,
      title NULL
    );
  rename column loose.note to remark
    ALTER TABLE loose RENAME COLUMN note TO remark;
  drop column loose.extra [loses data]
    ALTER TABLE loose DROP COLUMN extra;
