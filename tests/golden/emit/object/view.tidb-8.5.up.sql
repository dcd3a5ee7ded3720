# upgrade view
  create table account
    CREATE TABLE account (
      id INT NOT NULL,
      closed BOOLEAN NOT NULL DEFAULT FALSE,
      PRIMARY KEY (id)
    );
  define view active_account
    CREATE VIEW active_account AS
    select id from account where not closed;
  define view active_account
    CREATE OR REPLACE VIEW active_account AS
    select id, closed from account where not closed;
