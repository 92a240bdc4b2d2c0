"""Drawing on a page in points: colours, fonts, frames and projections, a canvas over matplotlib,
and the page as a picture.

Uses terms.
"""
