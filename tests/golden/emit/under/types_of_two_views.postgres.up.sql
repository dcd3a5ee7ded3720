# upgrade types_of_two_views
  define view first_seen
    CREATE OR REPLACE VIEW first_seen AS
    select player.seen, ranked.score from player, ranked where ranked.id = player.id;
  make way: drop view first_seen
    DROP VIEW first_seen;
  make way: drop view best
    DROP VIEW best;
  make way: drop view ranked
    DROP VIEW ranked;
  change type of player.seen to bigint, change type of player.score to bigint
    ALTER TABLE player
      ALTER COLUMN seen TYPE BIGINT,
      ALTER COLUMN score TYPE BIGINT;
  put back view ranked
    CREATE VIEW ranked AS
    select id, nick as name, score from player;
  put back view best
    CREATE VIEW best AS
    select name from ranked where score > 9000;
  put back view first_seen
    CREATE VIEW first_seen AS
    select player.seen, ranked.score from player, ranked where ranked.id = player.id;
