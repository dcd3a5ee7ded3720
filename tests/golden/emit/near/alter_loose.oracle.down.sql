# downgrade alter_loose
  add column loose.extra
    ALTER TABLE loose ADD (extra NUMBER(10));
  rename column loose.remark to note
    ALTER TABLE loose RENAME COLUMN remark TO note;
  set not null on loose.title, drop not null on loose.price, drop default of loose.price
    ALTER TABLE loose MODIFY (
      title NOT NULL,
      price DEFAULT NULL NULL
    );
  change type of loose.price to decimal(10,2): a column for the new values
    ALTER TABLE loose ADD (migc_price NUMBER(10,2));
  change type of loose.price to decimal(10,2): convert the values
    UPDATE loose SET migc_price = price, price = NULL;
  change type of loose.price to decimal(10,2): the type [loses data]
    ALTER TABLE loose MODIFY (price NUMBER(10,2));
  change type of loose.price to decimal(10,2): the new values
    UPDATE loose SET price = migc_price WHERE price IS NULL;
  change type of loose.price to decimal(10,2): drop the column beside it
    ALTER TABLE loose DROP COLUMN migc_price;
  drop column loose.shelf, drop column loose.stock [loses data]
    ALTER TABLE loose DROP (
      shelf,
      stock
    );
