# upgrade that_a_foreign_key_needs
  create index purchase_by_customer on purchase
    CREATE INDEX purchase_by_customer ON purchase (customer_id, placed_at);
  create index purchase_by_customer on purchase
    ALTER TABLE purchase DROP INDEX purchase_customer_id_fkey;
  drop constraint purchase_customer_id_fkey of purchase
    ALTER TABLE purchase DROP FOREIGN KEY purchase_customer_id_fkey;
  add foreign key by_customer to purchase
    ALTER TABLE purchase ADD CONSTRAINT by_customer FOREIGN KEY (customer_id) REFERENCES customer (id);
  drop index purchase_by_customer on purchase
    ALTER TABLE purchase ADD INDEX by_customer (customer_id);
  drop index purchase_by_customer on purchase
    DROP INDEX purchase_by_customer ON purchase;
