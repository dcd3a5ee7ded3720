# downgrade triggers_on_a_view
  define view ranked
    ALTER VIEW dbo.ranked AS
    select id, nick as name, score from player;
  drop trigger pass_on on ranked: it had no text for SQL Server
  drop function passed_on: it had no text for SQL Server
