"""Serving the page: who may connect to it, where each run of it begins, what is said where one
fails, and how the server takes memory. Uses nothing of the pages but that a first map is drawn.
"""
