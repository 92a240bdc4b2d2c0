"""Versions of the tables, one module each: it names the one before and what it adds to it."""
