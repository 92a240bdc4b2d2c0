"""Drawing on a page in points: fonts, frames and projections, a canvas over matplotlib.

Uses terms.
"""
