# downgrade add_each_kind
  drop constraint tag_customer_id_fkey of tag [outside a transaction]
    ALTER TABLE tag DROP CONSTRAINT tag_customer_id_fkey;
  drop constraint tag_weight_check of tag [outside a transaction]
    ALTER TABLE tag DROP CONSTRAINT tag_weight_check;
  drop constraint tag_customer_id_weight_key of tag [outside a transaction]
    ALTER TABLE tag DROP CONSTRAINT tag_customer_id_weight_key;
  drop constraint tag_pk of tag: YugabyteDB writes the table anew; what others write to it meanwhile may be lost
  drop constraint tag_pk of tag [outside a transaction]
    ALTER TABLE tag DROP CONSTRAINT tag_pk;
  drop not null on tag.name [outside a transaction]
    ALTER TABLE tag ALTER COLUMN name DROP NOT NULL;
  drop table tag [outside a transaction] [loses data]
    DROP TABLE tag;
