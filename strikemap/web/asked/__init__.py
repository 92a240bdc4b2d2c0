"""What was asked of a visitor's data, kept while it is asked again: answers by key, and which
strikes pass filters, part by part. Uses geo.strikes, and the payload of geo.webmap.
"""
