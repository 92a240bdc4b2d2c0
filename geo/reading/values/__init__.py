"""Values: what one text says - nothing, a toll, what struck, an angle, a point, a day, a time. One
call reads one text, so that a column is read by its distinct texts.

Uses the gazetteer's spelling and names of countries, and the words of the strikes table.
"""
