# upgrade trigger
  create table account
    CREATE TABLE account (
      id INT NOT NULL,
      seen INT NOT NULL DEFAULT 0,
      PRIMARY KEY (id)
    );
  define function touched: it has no text for TiDB
  define trigger touch on account: it has no text for TiDB
  change type of account.seen to bigint
    ALTER TABLE account MODIFY COLUMN seen BIGINT NOT NULL DEFAULT 0;
  drop trigger touch on account: it had no text for TiDB
