"""The verbs on editions: what a newer file of the same source adds, changes and takes away.

Uses the inputs, options and messages of the command line.
"""
