# downgrade set_type_narrower
  change type of purchase.amount to decimal(10,2)
    ALTER TABLE purchase MODIFY (amount NUMBER(10,2));
