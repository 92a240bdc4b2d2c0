"""Words: what the words of one sentence say: acts, days, tolls, parties, and what each place is to
an act. Their lists and patterns are data, a folder a language under `reports/languages`.

Uses nothing else of the reports.
"""
