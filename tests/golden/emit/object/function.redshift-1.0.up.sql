# upgrade function
  define function tax
    CREATE FUNCTION tax(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 * 19 / 100';
