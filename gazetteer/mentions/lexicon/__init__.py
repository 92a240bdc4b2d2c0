"""Lexicon: the words of running text that part places from persons, groups and everything else, a
module a language. They are lists and nothing more; every word is folded as names are.

Uses nothing else of the mentions.
"""
