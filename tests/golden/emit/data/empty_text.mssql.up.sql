# upgrade empty_text
  insert 1 row into customer
    SET IDENTITY_INSERT dbo.customer ON;
    INSERT INTO dbo.customer (id, email, name) VALUES (1, N'', N'x');
    SET IDENTITY_INSERT dbo.customer OFF;
