# upgrade that_a_foreign_key_needs
  create index purchase_by_customer on purchase
    CREATE INDEX purchase_by_customer ON purchase (customer_id, placed_at);
  drop constraint purchase_customer_id_fkey of purchase
    ALTER TABLE purchase DROP CONSTRAINT purchase_customer_id_fkey;
  add foreign key by_customer to purchase
    ALTER TABLE purchase ADD CONSTRAINT by_customer FOREIGN KEY (customer_id) REFERENCES customer (id);
  drop index purchase_by_customer on purchase
    DROP INDEX purchase_by_customer;
