# upgrade set_type_with_default
  change type of customer.level to bigint
    ALTER TABLE customer MODIFY ("level" NUMBER(19));
