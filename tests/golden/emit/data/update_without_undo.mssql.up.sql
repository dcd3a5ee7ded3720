# upgrade update_without_undo
  update rows of customer
    UPDATE dbo.customer SET level = 2;
