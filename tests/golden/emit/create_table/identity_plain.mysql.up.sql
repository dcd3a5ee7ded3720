# upgrade identity_plain
  create table counted
    CREATE TABLE counted (
      id INT NOT NULL AUTO_INCREMENT,
      total BIGINT,
      PRIMARY KEY (id)
    );
