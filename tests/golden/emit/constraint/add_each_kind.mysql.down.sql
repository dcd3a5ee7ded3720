# downgrade add_each_kind
  drop constraint tag_customer_id_fkey of tag
    ALTER TABLE tag DROP FOREIGN KEY tag_customer_id_fkey;
  drop constraint tag_weight_check of tag
    ALTER TABLE tag DROP CHECK tag_weight_check;
  drop constraint tag_customer_id_weight_key of tag
    ALTER TABLE tag DROP INDEX tag_customer_id_weight_key;
  drop constraint tag_pk of tag, drop not null on tag.name
    ALTER TABLE tag
      DROP PRIMARY KEY,
      MODIFY COLUMN name VARCHAR(20);
  drop table tag [loses data]
    DROP TABLE tag;
