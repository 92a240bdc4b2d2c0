"""The start: the map of the strikes that ship stands before the libraries of tables are loaded. It
is sent as it was sent last, and held against what the page works out after. Uses nothing of ours
but the map's scripts and the user's folder.
"""
