# upgrade set_type_narrower
  change type of purchase.amount to decimal(8,2): drop constraint purchase_amount_positive
    ALTER TABLE purchase DROP CONSTRAINT purchase_amount_positive;
  change type of purchase.amount to decimal(8,2): a column for the new values
    ALTER TABLE purchase ADD (migc_amount NUMBER(8,2));
  change type of purchase.amount to decimal(8,2): nothing that keeps the column from being empty
    ALTER TABLE purchase MODIFY (amount DEFAULT NULL NULL);
  change type of purchase.amount to decimal(8,2): convert the values
    UPDATE purchase SET migc_amount = amount, amount = NULL;
  change type of purchase.amount to decimal(8,2): the type [loses data]
    ALTER TABLE purchase MODIFY (amount NUMBER(8,2));
  change type of purchase.amount to decimal(8,2): the new values
    UPDATE purchase SET amount = migc_amount WHERE amount IS NULL;
  change type of purchase.amount to decimal(8,2): what else the column has
    ALTER TABLE purchase MODIFY (amount DEFAULT 0 NOT NULL);
  change type of purchase.amount to decimal(8,2): drop the column beside it
    ALTER TABLE purchase DROP COLUMN migc_amount;
  change type of purchase.amount to decimal(8,2): put back constraint purchase_amount_positive
    ALTER TABLE purchase ADD CONSTRAINT purchase_amount_positive CHECK (amount >= 0);
