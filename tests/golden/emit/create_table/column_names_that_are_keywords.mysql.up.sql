# upgrade column_names_that_are_keywords
  create table table
    CREATE TABLE `table` (
      `key` INT NOT NULL,
      type TEXT,
      `order` INT,
      `from` DATE,
      `default` TEXT,
      timestamp DATETIME,
      revision TEXT,
      `unique` BOOLEAN,
      `primary` BOOLEAN,
      `index` INT,
      end DATE,
      start DATE,
      `trigger` TEXT,
      `limit` INT,
      `select` TEXT,
      user TEXT,
      PRIMARY KEY (`key`)
    );
