"""Place names in running Ukrainian and Russian text: their spans and the words around them.

Uses the index of names, and the endings that names have in their cases.
"""
