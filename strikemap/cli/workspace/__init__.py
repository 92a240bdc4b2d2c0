"""The verbs of `strikemap workspace`: one file with strikes, what was decided of their places and
corrected in them, and a log of every change.

Uses the inputs, options and messages of the command line.
"""
