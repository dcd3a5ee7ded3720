# upgrade drop_column_if_exists
  drop column purchase.nothing_like_it
    ALTER TABLE purchase DROP COLUMN IF EXISTS nothing_like_it;
