"""Release profiles of the command line: the option that names one, and what it leaves.

Uses the inputs and messages of the command line.
"""
