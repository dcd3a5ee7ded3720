# upgrade routines_of_oracle
  create table account
    CREATE TABLE account (
      id INT NOT NULL,
      seen DATETIME,
      PRIMARY KEY (id)
    );
  define function twice: it has no text for MySQL
  define procedure forget: it has no text for MySQL
  define trigger touch on account: it has no text for MySQL
