"""The verb `brief`: sheets of strikes, one by one, as an atlas or as a story of saved views.

Uses the options and messages of the command line.
"""
