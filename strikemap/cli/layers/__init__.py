"""Own layers of the command line: the option that names them, their files read and told.

Uses the messages of the command line.
"""
