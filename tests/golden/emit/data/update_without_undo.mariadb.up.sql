# upgrade update_without_undo
  update rows of customer
    UPDATE customer SET level = 2;
