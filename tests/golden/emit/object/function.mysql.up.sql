# upgrade function
  define function tax: it has no text for MySQL
