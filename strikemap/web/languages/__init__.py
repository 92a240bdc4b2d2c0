"""Languages of the app: which of them a visitor reads, from the address, the choice in the side bar
or the browser; and the page from right to left.

Uses the catalogues of strikemap.languages.
"""
