# downgrade triggers_on_a_view
  make way: drop trigger pass_on
    DROP TRIGGER pass_on ON ranked;
  make way: drop view best
    DROP VIEW best;
  define view ranked
    DROP VIEW IF EXISTS ranked;
  define view ranked
    CREATE VIEW ranked AS
    select id, nick as name, score from player;
  put back view best
    CREATE VIEW best AS
    select name from ranked where score > 9000;
  put back trigger pass_on
    CREATE TRIGGER pass_on INSTEAD OF UPDATE ON ranked FOR EACH ROW EXECUTE FUNCTION passed_on();
  drop trigger pass_on on ranked
    DROP TRIGGER pass_on ON ranked;
  drop function passed_on
    DROP FUNCTION passed_on();
