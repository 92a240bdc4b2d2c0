"""Keys of a page beside those that Streamlit gives its buttons: one listener for every page.

Uses nothing of the pages; each has a script of its own, `keys.js`, that says what its keys do.
"""
