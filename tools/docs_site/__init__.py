"""The documentation site: the pages of docs/ with the reference, which is made of the command
line's own help and of docstrings, built by Sphinx so that nothing is loaded from elsewhere and
the search works from a folder.
"""
