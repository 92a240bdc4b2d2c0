"""Values: what one text says - nothing, a toll, what struck, an angle, a point, a month. One call
reads one text, so that a column is read by its distinct texts.

Uses the gazetteer's spelling, and the closed words of the strikes table.
"""
