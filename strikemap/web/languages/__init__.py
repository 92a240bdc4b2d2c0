"""Languages of the app: one gettext catalogue each (`ar.po` and so on), kept in step with the code
by `python -m tools.languages`; which of them a visitor reads, from the address, the choice in the
side bar or the browser; and the page from right to left.

Uses of the gazetteer its `language`, through which every room speaks.
"""
