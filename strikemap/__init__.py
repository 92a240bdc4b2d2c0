"""strikemap: an interactive, honest map of air strikes; its two doors are `cli` and `web`."""
