# downgrade include
  drop index purchase_covering on purchase
    ALTER TABLE purchase DROP INDEX purchase_covering, ADD INDEX purchase_customer_id_fkey (customer_id);
