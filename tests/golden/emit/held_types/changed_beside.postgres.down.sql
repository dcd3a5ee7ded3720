# downgrade changed_beside
  drop not null on reading.extra, drop constraint reading_extra of reading
    ALTER TABLE reading
      ALTER COLUMN extra DROP NOT NULL,
      DROP CONSTRAINT reading_extra;
