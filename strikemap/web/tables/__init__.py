"""The tables under the map: strikes, the undated, the unlocated and sources in plain words; which
of their columns are shown, and how wide; a row leads to the map, which says what is in its window.

Uses the datasets, countries and wording of strikemap.web.
"""
