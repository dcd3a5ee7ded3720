# downgrade triggers_on_a_view
  define view ranked
    CREATE OR REPLACE VIEW ranked AS
    select id, nick as name, score from player;
  drop trigger pass_on on ranked: it had no text for MariaDB
  drop function passed_on: it had no text for MariaDB
