"""What a row says besides the name of its place: the name in another language, its district and
subdistrict, its P-code, and the group of rows that it stands in; and who else bears the name.

Uses tables, spelling.
"""
