# upgrade triggers_on_a_view
  define function passed_on: it has no text for SQL Server
  define trigger pass_on on ranked: it has no text for SQL Server
  define view ranked
    ALTER VIEW dbo.ranked AS
    select id, nick as name, score from player where score > 0;
