# downgrade types_of_two_views
  change type of player.score to integer, change type of player.seen to integer [loses data]
    ALTER TABLE player
      MODIFY COLUMN score INT NOT NULL DEFAULT 0,
      MODIFY COLUMN seen INT NOT NULL DEFAULT 0;
  drop view first_seen
    DROP VIEW first_seen;
