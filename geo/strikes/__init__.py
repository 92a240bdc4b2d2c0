"""The two tables, strikes and claims: their columns and words, the rules every row keeps, stable
ids, filters with their query string, how surely a strike lies near a point, exact totals with
people killed in words, and who published a claim. Everything else in `geo` stands on it.

Uses the errors, and of the gazetteer its spelling.
"""
