# upgrade changed_beside
  add check constraint reading_extra to reading
    ALTER TABLE reading ADD CONSTRAINT reading_extra CHECK (extra <> '');
  set not null on reading.extra
    ALTER TABLE reading ALTER COLUMN extra SET NOT NULL;
