# downgrade triggers_on_a_view
  define view ranked
    DROP VIEW ranked;
  define view ranked
    CREATE VIEW ranked AS
    select id, nick as name, score from player;
  trigger pass_on again
    CREATE TRIGGER pass_on INSTEAD OF UPDATE ON ranked BEGIN UPDATE player SET score = new.score WHERE id = new.id; END;
  drop trigger pass_on on ranked
    DROP TRIGGER pass_on;
  drop function passed_on (it has no text for this dialect)
