"""A visitor's own layers: read from files that are handed over, kept for that visitor alone, with
their place in the side bar, and the filter by nearness to one. Uses the visitors, period and
wording of strikemap.web.
"""
