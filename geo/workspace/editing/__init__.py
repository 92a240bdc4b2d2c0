"""Editing: what a person does to single strikes (correct, move, split, join, remove, restore, add),
each built as one Change that is checked before anything is written, and told in words after.

Uses changes, and strikes, reading and placing.
"""
