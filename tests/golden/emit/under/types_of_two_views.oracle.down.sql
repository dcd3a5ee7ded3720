# downgrade types_of_two_views
  change type of player.score to integer: a column for the new values
    ALTER TABLE player ADD (migc_score NUMBER(10));
  change type of player.score to integer: nothing that keeps the column from being empty
    ALTER TABLE player MODIFY (score DEFAULT NULL NULL);
  change type of player.score to integer: convert the values
    UPDATE player SET migc_score = score, score = NULL;
  change type of player.score to integer: the type [loses data]
    ALTER TABLE player MODIFY (score NUMBER(10));
  change type of player.score to integer: the new values
    UPDATE player SET score = migc_score WHERE score IS NULL;
  change type of player.score to integer: what else the column has
    ALTER TABLE player MODIFY (score DEFAULT 0 NOT NULL);
  change type of player.score to integer: drop the column beside it
    ALTER TABLE player DROP COLUMN migc_score;
  change type of player.seen to integer: a column for the new values
    ALTER TABLE player ADD (migc_seen NUMBER(10));
  change type of player.seen to integer: nothing that keeps the column from being empty
    ALTER TABLE player MODIFY (seen DEFAULT NULL NULL);
  change type of player.seen to integer: convert the values
    UPDATE player SET migc_seen = seen, seen = NULL;
  change type of player.seen to integer: the type [loses data]
    ALTER TABLE player MODIFY (seen NUMBER(10));
  change type of player.seen to integer: the new values
    UPDATE player SET seen = migc_seen WHERE seen IS NULL;
  change type of player.seen to integer: what else the column has
    ALTER TABLE player MODIFY (seen DEFAULT 0 NOT NULL);
  change type of player.seen to integer: drop the column beside it
    ALTER TABLE player DROP COLUMN migc_seen;
  drop view first_seen
    DROP VIEW first_seen;
