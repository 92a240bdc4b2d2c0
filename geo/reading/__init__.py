"""Files to strikes: any table that people hand over becomes rows of the two tables, or rows
refused with reasons. `containers` opens a kind of file, `formats` knows a publisher's table; both
are found without a list. Columns, dates and cells are read as their publishers mean them; what
was decided for a whole file is said in notes.

Uses strikes, and of the gazetteer its spelling, radii and names of the world.
"""
