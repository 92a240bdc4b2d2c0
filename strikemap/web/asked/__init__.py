"""What was asked of a visitor's data, kept while it is asked again: answers by key, which
strikes pass filters, part by part, and columns that tables repeat held once. Uses geo.strikes, and
the payload of geo.webmap.
"""
