# upgrade types_of_two_views
  define view first_seen
    CREATE VIEW first_seen AS
    select player.seen, ranked.score from player, ranked where ranked.id = player.id;
  change type of player.seen to bigint, change type of player.score to bigint
    ALTER TABLE player
      MODIFY COLUMN seen BIGINT NOT NULL DEFAULT 0,
      MODIFY COLUMN score BIGINT NOT NULL DEFAULT 0;
