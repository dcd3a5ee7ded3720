# upgrade function
  define function tax [outside a transaction]
    CREATE FUNCTION tax(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 * 19 / 100';
