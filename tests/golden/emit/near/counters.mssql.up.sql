# upgrade counters
  create table ticket
    CREATE TABLE dbo.ticket (
      number BIGINT IDENTITY(100, 1) NOT NULL,
      stub VARBINARY(8) NULL,
      [open] BIT NOT NULL CONSTRAINT ticket_open_default DEFAULT 1,
      upper_title VARCHAR(80) NULL,
      CONSTRAINT ticket_pkey PRIMARY KEY (number)
    );
  comment on table ticket
    DECLARE @failed INT;
    EXEC @failed = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'One row a ticket',
      @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'ticket';
    IF @failed <> 0 THROW 50000, N'sp_addextendedproperty has failed', 1;
  insert 2 rows into ticket
    SET IDENTITY_INSERT dbo.ticket ON;
    INSERT INTO dbo.ticket (number, stub, [open]) VALUES
      (1, 0x00FF, 1),
      (700, 0xDEADBEEF, 0);
    SET IDENTITY_INSERT dbo.ticket OFF;
  create index ticket_open_idx on ticket
    CREATE INDEX ticket_open_idx ON dbo.ticket ([open] DESC, number);
