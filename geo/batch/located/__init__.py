"""Located: strikes in many parts, read by workers, placed as one table, written by workers.

Uses strikes, land, reading, placing, export, and of batch its parts, workers and what is kept.
"""
