# upgrade triggers_on_a_view
  define function passed_on
    CREATE FUNCTION passed_on() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN RETURN NEW; END; $body$;
  define trigger pass_on on ranked
    CREATE TRIGGER pass_on INSTEAD OF UPDATE ON ranked FOR EACH ROW EXECUTE FUNCTION passed_on();
  make way: drop trigger pass_on
    DROP TRIGGER pass_on ON ranked;
  make way: drop view best
    DROP VIEW best;
  define view ranked
    DROP VIEW IF EXISTS ranked;
  define view ranked
    CREATE VIEW ranked AS
    select id, nick as name, score from player where score > 0;
  put back view best
    CREATE VIEW best AS
    select name from ranked where score > 9000;
  put back trigger pass_on
    CREATE TRIGGER pass_on INSTEAD OF UPDATE ON ranked FOR EACH ROW EXECUTE FUNCTION passed_on();
