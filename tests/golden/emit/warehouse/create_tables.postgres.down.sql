# downgrade create_tables
  drop table visit_product [loses data]
    DROP TABLE visit_product;
  drop table visit [loses data]
    DROP TABLE visit;
