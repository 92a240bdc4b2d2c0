"""Scripts that build the data that ships and the documents; run by hand, never imported, not in
the wheel.

Uses geo and gazetteer.
"""
