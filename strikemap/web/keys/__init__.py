"""Keys of a page beside those that Streamlit gives its buttons: one listener for every page;
and the keyboard's place, which is kept through runs of the page.

Uses nothing of the pages; each has a script of its own, `keys.js`, that says what its keys do.
"""
