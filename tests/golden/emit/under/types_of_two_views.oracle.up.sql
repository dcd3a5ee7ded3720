# upgrade types_of_two_views
  define view first_seen
    CREATE OR REPLACE VIEW first_seen AS
    select player.seen, ranked.score from player, ranked where ranked.id = player.id;
  change type of player.seen to bigint, change type of player.score to bigint
    ALTER TABLE player MODIFY (
      seen NUMBER(19),
      score NUMBER(19)
    );
