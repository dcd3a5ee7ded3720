# upgrade insert_values
  insert 2 rows into customer
    SET IDENTITY_INSERT dbo.customer ON;
    INSERT INTO dbo.customer (id, email, name) VALUES
      (1, N'a@example.com', N'It''s \ a "test"'),
      (2, N'b@example.com', NULL);
    SET IDENTITY_INSERT dbo.customer OFF;
