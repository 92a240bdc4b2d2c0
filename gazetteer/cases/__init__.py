"""Cases: the benchmark of names that is in the repo. Hand-labelled names (`cases.csv`), what the
pack alone answered to them last (`cases.frozen.csv`), and the diff of the two; not in the wheel.

Uses spelling, relative, matching, tables.
"""
