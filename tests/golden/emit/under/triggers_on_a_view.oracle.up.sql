# upgrade triggers_on_a_view
  define function passed_on: it has no text for Oracle
  define trigger pass_on on ranked
    CREATE OR REPLACE TRIGGER pass_on INSTEAD OF UPDATE ON ranked FOR EACH ROW BEGIN NULL; END;
  define view ranked
    CREATE OR REPLACE VIEW ranked AS
    select id, nick as name, score from player where score > 0;
  trigger pass_on again
    CREATE OR REPLACE TRIGGER pass_on INSTEAD OF UPDATE ON ranked FOR EACH ROW BEGIN NULL; END;
