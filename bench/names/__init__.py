"""Names with known points, and those who look them up, us among them."""
