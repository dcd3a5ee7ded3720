# downgrade add_each_kind
  drop constraint tag_customer_id_fkey of tag
    ALTER TABLE dbo.tag DROP CONSTRAINT tag_customer_id_fkey;
  drop constraint tag_weight_check of tag
    ALTER TABLE dbo.tag DROP CONSTRAINT tag_weight_check;
  drop constraint tag_customer_id_weight_key of tag
    ALTER TABLE dbo.tag DROP CONSTRAINT tag_customer_id_weight_key;
  drop constraint tag_pk of tag
    ALTER TABLE dbo.tag DROP CONSTRAINT tag_pk;
  drop not null on tag.name
    ALTER TABLE dbo.tag ALTER COLUMN name VARCHAR(20) NULL;
  drop table tag [loses data]
    DROP TABLE dbo.tag;
