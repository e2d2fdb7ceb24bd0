"""What is to come: the Christmas test, the forecast, homes wanted, and visits on one journey."""
