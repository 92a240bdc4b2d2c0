"""Names matched to places: how often right, against other tools, by country and kind."""
