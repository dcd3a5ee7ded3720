# downgrade types_of_two_views
  make way: drop view first_seen
    DROP VIEW first_seen;
  make way: drop view best
    DROP VIEW best;
  make way: drop view ranked
    DROP VIEW ranked;
  change type of player.score to integer, change type of player.seen to integer [loses data]
    ALTER TABLE player
      ALTER COLUMN score TYPE INTEGER,
      ALTER COLUMN seen TYPE INTEGER;
  put back view ranked
    CREATE VIEW ranked AS
    select id, nick as name, score from player;
  put back view best
    CREATE VIEW best AS
    select name from ranked where score > 9000;
  put back view first_seen
    CREATE VIEW first_seen AS
    select player.seen, ranked.score from player, ranked where ranked.id = player.id;
  drop view first_seen
    DROP VIEW first_seen;
