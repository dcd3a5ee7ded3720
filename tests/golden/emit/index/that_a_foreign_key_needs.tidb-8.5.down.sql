# downgrade that_a_foreign_key_needs
  create index purchase_by_customer on purchase
    CREATE INDEX purchase_by_customer ON purchase (customer_id, placed_at);
  create index purchase_by_customer on purchase
    ALTER TABLE purchase DROP INDEX by_customer;
  drop constraint by_customer of purchase
    ALTER TABLE purchase DROP FOREIGN KEY by_customer;
  add foreign key purchase_customer_id_fkey to purchase
    ALTER TABLE purchase ADD CONSTRAINT purchase_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE;
  drop index purchase_by_customer on purchase
    ALTER TABLE purchase ADD INDEX purchase_customer_id_fkey (customer_id);
  drop index purchase_by_customer on purchase
    DROP INDEX purchase_by_customer ON purchase;
