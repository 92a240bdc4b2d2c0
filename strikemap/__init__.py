"""The two doors of one name: `cli`, the command line, and `web`, the app that it serves.

Uses geo and gazetteer, which know nothing of it.
"""
