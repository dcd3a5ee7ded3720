# downgrade include
  drop index purchase_covering on purchase
    ALTER TABLE purchase ADD INDEX purchase_customer_id_fkey (customer_id);
  drop index purchase_covering on purchase
    DROP INDEX purchase_covering ON purchase;
