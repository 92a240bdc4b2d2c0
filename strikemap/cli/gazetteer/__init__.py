"""The verbs of `strikemap gazetteer`: what a name means, what places there are, and how more of
them come in.

Uses the inputs, options and messages of the command line.
"""
