"""Packs: the places that ship. A country's hand-made folder leads; under it lies the file of the
world, which has places of every country. An added table's codes of areas become theirs.

Uses spelling, the draft of tables, its merging and its readers of files.
"""
