# downgrade triggers_on_a_view
  define view ranked
    CREATE OR REPLACE VIEW ranked AS
    select id, nick as name, score from player;
  trigger pass_on again
    CREATE OR REPLACE TRIGGER pass_on INSTEAD OF UPDATE ON ranked FOR EACH ROW BEGIN NULL; END;
  drop trigger pass_on on ranked
    DROP TRIGGER pass_on;
  drop function passed_on: it had no text for Oracle
