"""The verbs on sources: whether the addresses of claims still answer.

Uses the inputs, options and messages of the command line.
"""
