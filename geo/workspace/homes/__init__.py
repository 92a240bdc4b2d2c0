"""What a workspace is kept in: a GeoPackage that one person writes, or a database that several do.
Made, checked, migrated with a copy kept, read and written as a whole.

Uses the tables of a workspace.
"""
