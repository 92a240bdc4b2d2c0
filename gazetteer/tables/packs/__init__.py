"""Packs: the places that ship. A country's hand-made folder leads; under it lies the file of the
world, which has places of every country.

Uses the draft of tables and its readers of files.
"""
