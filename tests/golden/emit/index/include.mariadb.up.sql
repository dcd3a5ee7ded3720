# upgrade include
  create index purchase_covering on purchase
    ALTER TABLE purchase ADD INDEX purchase_covering (customer_id), DROP INDEX purchase_customer_id_fkey;
