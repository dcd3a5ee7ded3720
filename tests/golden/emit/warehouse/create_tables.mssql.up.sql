# upgrade create_tables
  create table visit
    CREATE TABLE dbo.visit (
      number BIGINT IDENTITY(100, 10) NOT NULL,
      [open] BIT NOT NULL CONSTRAINT visit_open_default DEFAULT 1,
      tag VARCHAR(MAX) NULL,
      note NVARCHAR(MAX) NULL,
      path VARCHAR(200) NULL CONSTRAINT visit_path_default DEFAULT N'C:\new',
      rate FLOAT NULL,
      seen_at DATETIMEOFFSET NULL CONSTRAINT visit_seen_at_default DEFAULT SYSDATETIMEOFFSET(),
      seen_on DATE NULL CONSTRAINT visit_seen_on_default DEFAULT CAST(SYSDATETIME() AS DATE),
      parts DECIMAL(38,10) NULL,
      CONSTRAINT visit_pkey PRIMARY KEY (number)
    );
  comment on table visit
    DECLARE @failed INT;
    EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'a \ and a '' in it',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'visit';
    IF @failed <> 0 THROW 50000, N'sp_addextendedproperty has failed', 1;
  create table visit_product
    CREATE TABLE dbo.visit_product (
      visit_number BIGINT NOT NULL,
      product_id BIGINT NOT NULL,
      CONSTRAINT visit_product_pkey PRIMARY KEY (visit_number, product_id),
      CONSTRAINT visit_product_product_id_fkey FOREIGN KEY (product_id) REFERENCES dbo.product (id)
    );
