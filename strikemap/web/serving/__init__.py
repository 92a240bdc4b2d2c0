"""Serving the page: who may connect to it, where each run of it begins, what is said where one
fails, how the server takes memory, and that what was dropped is held once. Uses nothing of the
pages but that a first map is drawn.
"""
